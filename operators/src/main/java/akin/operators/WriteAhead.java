package akin.operators;

import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;

/**
 * Writes changed pages into state ahead of a checkpoint's barrier, in slices between other work: what is left to write when
 * the barrier comes holds rankings up. The next barrier is expected as long after the last one as that came after the one
 * before.
 */
final class WriteAhead {
    /** So long before the barrier writing begins; what changes from then on is written once more. */
    static final long LEAD_MILLIS = 2000;

    private static final long SLICE_NANOS = 2_000_000;
    /** Between two slices, in which one ranks and learns. */
    private static final long REST_MILLIS = 6;

    private final ProcessingTimeService clock;
    private final Pages pages;

    private long last = Long.MIN_VALUE;
    private long interval;
    /** Slices for a barrier that has come end. */
    private int turn;

    /** What is written. */
    interface Pages {
        /** Writes some changed pages; gives false when there were none. */
        boolean writeSome() throws Exception;
    }

    WriteAhead(ProcessingTimeService clock, Pages pages) {
        this.clock = clock;
        this.pages = pages;
    }

    /** Plans for the next barrier, now that one has come. */
    void barrier() {
        long now = clock.getCurrentProcessingTime();
        turn++;
        if (last != Long.MIN_VALUE) {
            interval = now - last;
            at(now + interval - Math.min(interval / 2, LEAD_MILLIS));
        }
        last = now;
    }

    private void at(long time) {
        int own = turn;
        clock.registerTimer(time, timestamp -> {
            if (own == turn) {
                writeSlice();
            }
        });
    }

    private void writeSlice() throws Exception {
        long start = System.nanoTime();
        while (pages.writeSome() && System.nanoTime() - start < SLICE_NANOS) {
            // Some more.
        }
        long next = clock.getCurrentProcessingTime() + REST_MILLIS;
        // A barrier that is long overdue may never come.
        if (next - last < 2 * interval) {
            at(next);
        }
    }
}
