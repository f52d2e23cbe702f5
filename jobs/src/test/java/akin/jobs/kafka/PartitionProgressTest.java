package akin.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.event.Message;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PartitionProgressTest {
    private static final long EARLIEST = -2;
    private static final long LATEST = -1;
    private static final long NOTHING = -1;

    private long second;

    private static PartitionProgress from(long start) {
        return new PartitionProgress("events/1", start, Duration.ofSeconds(2));
    }

    /** The answer to the question of the next second. */
    private Message next(PartitionProgress progress, long last, long read) {
        return progress.answered(1000 * second++, 0, last, read, true);
    }

    private static Message caughtUp(long second, boolean isQuiet) {
        return new Message.CaughtUp("events/1", 1000 * second, isQuiet);
    }

    @Test
    void whatWaitsInAPartitionIsWaitedForHoweverLongTheReaderTakes() {
        PartitionProgress progress = from(100);
        for (int i = 0; i < 20; i++) {
            assertThat(next(progress, 120, NOTHING)).isNull();
        }
        assertThat(next(progress, 130, 119)).isNull();
        assertThat(next(progress, 140, 120)).as("asked in second 2").isEqualTo(caughtUp(2, false));
        assertThat(next(progress, 140, 140)).isEqualTo(caughtUp(22, false));
        assertThat(next(progress, 140, 140)).isEqualTo(caughtUp(23, false));
        assertThat(next(progress, 140, 140)).as("two seconds later").isEqualTo(caughtUp(24, true));
    }

    @Test
    void anEmptyPartitionIsQuietAtOnce() {
        for (long start : new long[] {EARLIEST, 0, LATEST}) {
            PartitionProgress progress = from(start);
            long begin = second;
            assertThat(next(progress, 0, NOTHING)).isNull();
            assertThat(next(progress, 0, NOTHING)).isNull();
            assertThat(next(progress, 0, NOTHING)).isEqualTo(caughtUp(begin + 2, true));
        }
    }

    @Test
    void aReaderThatBeginsAtTheEndHasNothingToCatchUpWith() {
        PartitionProgress progress = from(LATEST);
        next(progress, 70, NOTHING);
        next(progress, 70, NOTHING);
        assertThat(next(progress, 70, NOTHING)).isEqualTo(caughtUp(2, true));
        assertThat(next(progress, 71, NOTHING)).isNull();
        assertThat(next(progress, 71, 71)).isEqualTo(caughtUp(4, false));
    }

    @Test
    void whatWasDeletedIsNotWaitedFor() {
        PartitionProgress progress = from(EARLIEST);
        for (int i = 0; i < 2; i++) {
            progress.answered(1000 * i, 50, 50, NOTHING, true);
        }
        assertThat(progress.answered(2000, 50, 50, NOTHING, true)).isEqualTo(caughtUp(2, true));
    }

    @Test
    void marksOfTransactionsAreNotWaitedForForEver() {
        PartitionProgress progress = from(0);
        Message told = null;
        while (told == null) {
            told = next(progress, 8, 7);
        }
        assertThat(second).isEqualTo(33);
        assertThat(next(progress, 8, 7)).isEqualTo(caughtUp(33, true));
        assertThat(next(progress, 9, 7)).isNull();
        assertThat(progress.answered(35_000, 0, 10, 10, false)).isEqualTo(caughtUp(35, false));
    }

    @Test
    void aReaderThatHasRecordsToGiveIsNotWaitingInVain() {
        PartitionProgress progress = from(0);
        for (int i = 0; i < 100; i++) {
            assertThat(progress.answered(1000 * i, 0, 8, 7, false)).isNull();
        }
    }

    @Test
    void aLeaderThatWasAwayHasToAnswerSteadily() {
        PartitionProgress progress = from(0);
        for (int i = 0; i < 3; i++) {
            next(progress, 0, NOTHING);
        }
        assertThat(progress.silent(true)).isNull();
        assertThat(next(progress, 0, NOTHING)).isNull();
        assertThat(next(progress, 0, NOTHING)).isNull();
        assertThat(next(progress, 0, NOTHING)).isNotNull();
    }

    @Test
    void aLeaderThatStaysAwayHoldsTheOthersUpForAWhileOnly() {
        PartitionProgress progress = from(0);
        for (int i = 0; i < 100; i++) {
            assertThat(progress.silent(false)).as("no broker answers").isNull();
        }
        for (int i = 1; i < 30; i++) {
            assertThat(progress.silent(true)).isNull();
        }
        assertThat(progress.silent(true)).isEqualTo(new Message.Away("events/1"));
    }
}
