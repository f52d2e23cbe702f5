package akin.operators;

import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;

/**
 * Writes changed pages into state ahead of a checkpoint's barrier, in slices between other work: what is left to write when
 * the barrier comes holds rankings up. The next barrier is expected as long after the last one as that came after the one
 * before, and writing is expected to take as long as it took for the last one.
 */
final class WriteAhead {
    private static final long SLICE_NANOS = 2_000_000;
    /** Between two slices, in which one ranks and learns. */
    private static final long REST_MILLIS = 6;
    /** How much longer writing takes in slices than in one go. */
    private static final int STRETCH = 4;

    private final ProcessingTimeService clock;
    private final Pages pages;

    private long last = Long.MIN_VALUE;
    private long interval;
    private long nanos;
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

    /**
     * Plans for the next barrier, now that one has come.
     *
     * @param took nanoseconds in which what was left was written
     */
    void barrier(long took) {
        long now = clock.getCurrentProcessingTime();
        turn++;
        if (last != Long.MIN_VALUE) {
            interval = now - last;
            long millis = STRETCH * (nanos + took) / 1_000_000;
            at(now + interval - Math.min(interval / 2, millis));
        }
        last = now;
        nanos = 0;
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
        nanos += System.nanoTime() - start;
        long next = clock.getCurrentProcessingTime() + REST_MILLIS;
        // A barrier that is long overdue may never come.
        if (next - last < 2 * interval) {
            at(next);
        }
    }
}
