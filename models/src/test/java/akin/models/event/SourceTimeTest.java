package akin.models.event;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.Fixtures;
import akin.models.catalog.Item;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceTimeTest {
    private static final long OUT_OF_ORDERNESS = 2000;
    private static final long HOUR = 3_600_000;

    private SourceTime time = SourceTime.of("p");

    private static Event at(String user, long millis) {
        return Fixtures.view("e", user, "i", millis);
    }

    private void read(String user, long... moments) {
        for (long moment : moments) {
            time = time.read(at(user, moment));
        }
    }

    private boolean isLate(long moment) {
        return time.arrival(at("x", moment), OUT_OF_ORDERNESS).isLate();
    }

    @Test
    void nothingIsLateBeforeAnything() {
        assertThat(isLate(Long.MIN_VALUE + 1)).isFalse();
        assertThat(time.watermark(OUT_OF_ORDERNESS)).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void whereArrivalIsToldEachEventMovesTime() {
        time = time.arrived(at("u", 10_000)).arrived(at("v", 9_000));

        assertThat(time.reached()).isEqualTo(10_000);
        assertThat(time.watermark(OUT_OF_ORDERNESS)).isEqualTo(7_999);
        assertThat(isLate(8_000)).isFalse();
        assertThat(isLate(7_999)).isTrue();
        assertThat(time.arrival(at("x", 5), OUT_OF_ORDERNESS).at()).isEqualTo(8_000);
    }

    @Test
    void inALogOneShopperAheadMakesNobodyLate() {
        read("u", 1000);
        read("ahead", HOUR, HOUR + 1000, HOUR + 2000);
        read("v", 2000, 3000);
        read("w", 60_000);
        read("v", 61_000);

        assertThat(time.reached()).isEqualTo(61_000);
        assertThat(isLate(60_000)).isFalse();
        assertThat(isLate(58_000)).isTrue();
    }

    @Test
    void inALogTimeIsWhereTwoShoppersWere() {
        read("u", 1000);
        assertThat(time.reached()).isEqualTo(Long.MIN_VALUE);
        read("v", 5000);
        assertThat(time.reached()).isEqualTo(1000);
        read("u", 4000, 5000, 6000);
        assertThat(time.reached()).isEqualTo(5000);
    }

    @Test
    void aLogOfOneShopperMovesOn() {
        for (int i = 0; i < 1000; i++) {
            read("only", 1000L * i);
        }

        assertThat(time.reached()).isEqualTo(999_000);
    }

    @Test
    void atTheEndOfALogItsLastEventCountsUnlessItIsFarAhead() {
        read("u", 1000);
        read("v", 50_000);
        assertThat(time.end(HOUR).reached()).isEqualTo(50_000);
        assertThat(SourceTime.of("p").read(at("only", 7)).end(HOUR).reached()).isEqualTo(7);
        assertThat(time.end(HOUR).ended()).isTrue();
        read("v", 50 * 24 * HOUR);
        assertThat(time.end(HOUR).reached()).isEqualTo(1000);
    }

    @Test
    void atTheEndOfALogItsLastEventCountsAfterAQuietTime() {
        read("u", 1000);
        read("v", 5000);
        read("u", 4000);
        read("v", 20 * HOUR, 30 * HOUR);
        assertThat(time.end(HOUR).reached()).isEqualTo(30 * HOUR);
    }

    @Test
    void atTheEndOfALogAClockThatOthersWereBehindDoesNotCount() {
        read("u", 1000);
        read("ahead", 20 * HOUR);
        read("u", 2000);
        read("ahead", 20 * HOUR + 1000);
        assertThat(time.end(HOUR).reached()).isEqualTo(2000);
        assertThat(time.end(HOUR).leavesWaiting()).isTrue();
        read("w", 21 * HOUR);
        assertThat(time.end(HOUR).reached()).isEqualTo(21 * HOUR);
        assertThat(time.end(HOUR).leavesWaiting()).isFalse();
    }

    @Test
    void aCatalogueChangeHoldsFromWhenItCame() {
        time = time.arrived(at("u", 10_000));

        assertThat(time.arrival(Item.of("i", 10, List.of()), OUT_OF_ORDERNESS).timestamp())
                .isEqualTo(8_000);
        assertThat(time.arrival(Item.of("i", 9_000, List.of()), OUT_OF_ORDERNESS)
                        .timestamp())
                .isEqualTo(9_000);
    }
}
