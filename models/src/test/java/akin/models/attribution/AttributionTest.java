package akin.models.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.event.EventType;
import akin.models.ranking.Provenance;
import akin.models.ranking.RankedItem;
import akin.models.ranking.Ranking;
import akin.models.ranking.SourceRanks;
import akin.models.ranking.Trial;
import akin.models.statistics.Measure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttributionTest {
    private static final long UNTIL = 10_000_000;
    private static final Trial TRIAL = new Trial("e", "new", 1, UNTIL, false);

    private final List<Change> changes = new ArrayList<>();
    private Attribution attribution = new Attribution(settings(false));
    private Trail trail = Trail.NEW;

    static AttributionSettings settings(boolean byImpression) {
        return new AttributionSettings(
                byImpression,
                Duration.ofSeconds(100),
                Duration.ofSeconds(1000),
                Duration.ofSeconds(5000),
                Duration.ofSeconds(5),
                20,
                Duration.ofDays(30),
                500,
                100,
                1000);
    }

    private void shown(String id, long seconds, String... items) {
        trail = attribution.exposed(trail, list(id, 1000 * seconds, List.of(items), List.of(TRIAL), ""), changes::add);
    }

    private static Shown list(String id, long time, List<String> items, List<Trial> trials, String teams) {
        return Shown.of(id, time, ItemIds.of(items), trials, teams);
    }

    private void happened(EventType type, String item, long seconds, String list, long value) {
        trail = attribution.happened(trail, new Outcome(item, type, 1000 * seconds, list, value), changes::add);
    }

    private void happened(EventType type, String item, long seconds) {
        happened(type, item, seconds, null, 0);
    }

    private long count(Measure measure) {
        return changes.isEmpty() ? 0 : changes.get(changes.size() - 1).after()[measure.ordinal()];
    }

    @Test
    void exposureWithoutOutcomesCountsAsAUserWithNothing() {
        happened(EventType.VIEW, "w", 1);
        happened(EventType.CART, "w", 2);
        shown("r1", 3, "x", "y");
        shown("r2", 4, "x");

        assertThat(changes).hasSize(2);
        assertThat(changes.get(0).before()).isNull();
        assertThat(count(Measure.LISTS)).isEqualTo(2);
        assertThat(count(Measure.ACTIVITY)).isEqualTo(2);
        assertThat(count(Measure.CLICKS)).isZero();
    }

    @Test
    void aViewOfAListedItemIsAClickOnceAndWithinItsWindow() {
        shown("r1", 0, "x", "y");
        happened(EventType.VIEW, "x", 100);
        happened(EventType.VIEW, "x", 100);
        happened(EventType.VIEW, "z", 100);
        happened(EventType.VIEW, "y", 101);

        assertThat(count(Measure.CLICKS)).isEqualTo(1);
        assertThat(count(Measure.CLICKED)).isEqualTo(1);
    }

    @Test
    void aClickThatNamesItsListCountsThere() {
        shown("r1", 0, "x", "y");
        shown("r2", 1, "x");
        happened(EventType.CLICK, "x", 2, "r1", 0);
        happened(EventType.CLICK, "x", 3, "r1", 0);
        happened(EventType.CLICK, "q", 3, "r1", 0);
        happened(EventType.VIEW, "x", 4);

        assertThat(count(Measure.CLICKS)).isEqualTo(2);
        assertThat(trail.shown().get(0).done()).containsExactly(1);
        assertThat(trail.shown().get(1).done()).containsExactly(1);
    }

    @Test
    void cartsAndPurchasesAreDueToTheLastListThatHeldTheItem() {
        shown("r1", 0, "x", "y");
        shown("r2", 10, "z");
        happened(EventType.CART, "x", 999);
        happened(EventType.PURCHASE, "x", 4999, null, 250);
        happened(EventType.PURCHASE, "z", 5011, null, 999);

        assertThat(count(Measure.CARTS)).isEqualTo(1);
        assertThat(count(Measure.PURCHASES)).isEqualTo(1);
        assertThat(count(Measure.VALUE)).isEqualTo(250);
    }

    @Test
    void outcomesWithoutExposureCountNowhere() {
        happened(EventType.PURCHASE, "x", 1, null, 5);
        happened(EventType.CLICK, "x", 1, "never", 0);

        assertThat(changes).isEmpty();
        assertThat(trail.waiting()).hasSize(1);
    }

    @Test
    void clocksMayDisagreeALittle() {
        happened(EventType.CLICK, "x", 7, "r1", 0);
        happened(EventType.CLICK, "y", 3, "r1", 0);
        shown("r1", 10, "x", "y");
        happened(EventType.CLICK, "y", 4, "r1", 0);

        assertThat(count(Measure.CLICKS)).isEqualTo(1);
        assertThat(trail.waiting()).isEmpty();
    }

    @Test
    void aLateOutcomeCountsForTheListOfItsTime() {
        shown("r1", 0, "x", "y");
        shown("r2", 50, "x");
        happened(EventType.VIEW, "x", 20);

        assertThat(trail.shown().get(0).done()).containsExactly(1);
        assertThat(count(Measure.CLICKS)).isEqualTo(1);
    }

    @Test
    void aRepeatedListCountsOnce() {
        shown("r1", 0, "x");
        shown("r1", 0, "x");

        assertThat(count(Measure.LISTS)).isEqualTo(1);
    }

    @Test
    void aBotIsCut() {
        Trial endless = new Trial("e", "new", 1, Long.MAX_VALUE, false);
        for (int i = 0; i < 100_000; i++) {
            trail = attribution.exposed(
                    trail, list("r" + i, 1000L * i, List.of("x"), List.of(endless), ""), changes::add);
            happened(EventType.VIEW, "x", i);
        }
        assertThat(count(Measure.CLICKS)).isEqualTo(100);
        assertThat(count(Measure.LISTS)).isEqualTo(500);
        assertThat(count(Measure.CAPPED)).isEqualTo(1);
        assertThat(trail.shown()).hasSize(20);
    }

    @Test
    void byImpressionAListCountsWhenItIsSeen() {
        attribution = new Attribution(settings(true));
        shown("r1", 0, "x");
        happened(EventType.VIEW, "x", 1);
        assertThat(changes).isEmpty();
        happened(EventType.IMPRESSION, "w", 2, "r1", 0);
        happened(EventType.IMPRESSION, "w", 2, "r1", 0);
        happened(EventType.VIEW, "x", 3);

        assertThat(count(Measure.LISTS)).isEqualTo(1);
        assertThat(count(Measure.CLICKS)).isEqualTo(1);
        assertThat(changes.get(0).timestamp()).isEqualTo(2000);
    }

    @Test
    void nothingCountsAfterTheEndAndTheUserIsForgotten() {
        shown("r1", 0, "x");
        happened(EventType.PURCHASE, "x", UNTIL / 1000);
        assertThat(count(Measure.PURCHASES)).isZero();
        assertThat(attribution.expiry(trail))
                .isEqualTo(UNTIL + Duration.ofDays(30).toMillis());
        shown("r2", UNTIL / 1000 + 1, "x");
        assertThat(changes.get(changes.size() - 1).before()).isNull();
    }

    @Test
    void whoChangesArmsStaysCountedInTheFirst() {
        shown("r1", 0, "x");
        trail = attribution.exposed(
                trail, list("r2", 10, List.of("y"), List.of(new Trial("e", "old", 1, UNTIL, false)), ""), changes::add);

        assertThat(changes).extracting(Change::arm).containsExactly("new", "new");
    }

    @Test
    void clicksOnInterleavedListsSpeakForTheirRanker() {
        trail = attribution.exposed(trail, list("r", 0, List.of("x", "y", "z"), List.of(TRIAL), "abb"), changes::add);
        happened(EventType.VIEW, "y", 1);
        happened(EventType.VIEW, "z", 1);
        assertThat(count(Measure.CREDIT)).isEqualTo(2);
        happened(EventType.VIEW, "x", 1);
        happened(EventType.CART, "x", 1);
        assertThat(count(Measure.CREDIT)).isEqualTo(1);
    }

    @Test
    void rankingsOfNoExperimentAndForcedOnesAreNoExposures() {
        Trial forced = new Trial("e", "new", 1, UNTIL, true);
        List<RankedItem> items = IntStream.range(0, 2)
                .mapToObj(i -> new RankedItem("i" + i, 1, new SourceRanks(List.of()), List.of()))
                .toList();

        assertThat(Exposure.of(new Ranking("r", "u", "a", "p", 1, 2, items))).isNull();
        assertThat(Exposure.of(ranking(items, List.of(forced)))).isNull();
        assertThat(Exposure.of(ranking(items, List.of(forced, TRIAL))))
                .isEqualTo(new Exposure("u", "r", 1, List.of("i0", "i1"), List.of(TRIAL), "ab"));
    }

    private static Ranking ranking(List<RankedItem> items, List<Trial> trials) {
        return new Ranking("r", "u", "a", "p", 1, 2, items, new Provenance(trials, "x", "ab", 0, false));
    }
}
