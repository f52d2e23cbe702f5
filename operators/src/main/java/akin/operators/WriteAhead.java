package akin.operators;

import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;

/**
 * Writes changed pages into state ahead of a checkpoint's barrier, in slices between other work: what is left to write when
 * the barrier comes holds rankings up. The next checkpoint is expected to start as long after the last one as that did after
 * the one before; in the last part of that time one writes what has changed, and what changes again.
 */
final class WriteAhead {
    private static final long SLICE_NANOS = 2_000_000;
    /** Between two slices, in which one ranks and learns. */
    private static final long REST_MILLIS = 6;
    /** One writes in the last quarter of an interval: more of it would write pages that change often more than twice. */
    private static final int PART = 4;

    private final ProcessingTimeService clock;
    private final Pages pages;

    /** When the last checkpoint started. */
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

    /**
     * Plans for the next checkpoint, now that one is taken.
     *
     * @param started when it was started, which is some time before its barrier came
     */
    void taken(long started) {
        turn++;
        if (last != Long.MIN_VALUE) {
            interval = started - last;
            at(started + interval - interval / PART);
        }
        last = started;
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
