package akin.operators;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.streaming.runtime.tasks.TestProcessingTimeService;
import org.junit.jupiter.api.Test;

class WriteAheadTest {
    private final TestProcessingTimeService clock = new TestProcessingTimeService();
    private int changed;
    private int writes;
    private final WriteAhead ahead = new WriteAhead(clock, () -> {
        writes++;
        changed--;
        return changed >= 0;
    });

    @Test
    void writesShortlyBeforeTheBarrierThatIsExpected() throws Exception {
        at(1_500, 5);
        ahead.taken(1_000);
        at(11_900, 5);
        ahead.taken(11_000);
        at(18_499, 5);
        assertThat(writes).isZero();
        at(18_500, 5);
        assertThat(writes).isEqualTo(6);
    }

    @Test
    void whatChangesMeanwhileIsWrittenUntilTheBarrierComes() throws Exception {
        at(1_000, 5);
        ahead.taken(1_000);
        at(2_000, 5);
        ahead.taken(2_000);
        at(2_750, 5);
        int first = writes;
        at(2_800, 3);
        assertThat(writes - first).isEqualTo(4);
        ahead.taken(2_800);
        int second = writes;
        at(3_200, 3);
        assertThat(writes).isEqualTo(second);
    }

    @Test
    void aBarrierThatDoesNotComeIsNotWaitedForForEver() throws Exception {
        at(1_000, 5);
        ahead.taken(1_000);
        at(2_000, 5);
        ahead.taken(2_000);
        for (int time = 2_000; time <= 4_000; time += 5) {
            at(time, 1);
        }
        int waited = writes;
        at(5_000, 5);
        assertThat(waited).isPositive();
        assertThat(writes).isEqualTo(waited);
        assertThat(clock.getNumActiveTimers()).isZero();
    }

    private void at(int time, int pages) throws Exception {
        changed = pages;
        clock.setCurrentTime(time);
    }
}
