package akin.operators;

import java.util.concurrent.ScheduledFuture;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;
import org.apache.flink.util.function.ThrowingConsumer;

/**
 * The watermarks of one subtask's partitions: those of the events while any come, and when all partitions are idle, which
 * is told from outside, those of the clock. Event time stands still while the source doesn't answer: what waits there is
 * still to come.
 */
final class IdleClock implements AutoCloseable {
    private static final long TICK_MILLIS = 200;

    /** A reader that has just started may not have fetched yet what is there. */
    private static final long START_MILLIS = 5000;

    private final Timing.Clock settings;
    private final ProcessingTimeService time;
    private final ThrowingConsumer<Watermark, Exception> output;
    private final long start;
    private final ScheduledFuture<?> ticks;
    private long emitted = Long.MIN_VALUE;
    private boolean isIdle;

    IdleClock(Timing.Clock settings, ProcessingTimeService time, ThrowingConsumer<Watermark, Exception> output) {
        this.settings = settings;
        this.time = time;
        this.output = output;
        settings.health().open();
        start = time.getCurrentProcessingTime();
        ticks = time.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS);
    }

    /** The events have come so far. */
    void follow(long watermark) throws Exception {
        if (watermark > emitted) {
            emitted = watermark;
            output.accept(new Watermark(watermark));
        }
    }

    void idle(boolean nowIdle) {
        isIdle = nowIdle;
    }

    private void tick(long now) throws Exception {
        if (isIdle && now - start >= START_MILLIS && settings.health().isAnswering()) {
            follow(now - settings.lag().toMillis());
        }
    }

    @Override
    public void close() {
        ticks.cancel(false);
        settings.health().close();
    }
}
