package akin.operators;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;
import org.apache.flink.util.function.ThrowingConsumer;

/**
 * The watermarks of one subtask's partitions: those of the events while any come, and when all partitions are idle, which
 * is told from outside, those of the clock.
 *
 * <p>An idle partition holds nothing back, but one may only seem idle: its broker is away, its reader has just started, or
 * this process stood still. So watermarks are held until the source has answered steadily for a while, by when what waited
 * there has come.
 */
final class IdleClock implements AutoCloseable {
    private static final long TICK_MILLIS = 200;

    /** A reader that has just started, or whose process stood still, may not have fetched yet what is there. */
    private static final long START_MILLIS = 5000;

    /** Between two ticks so far apart the process stood still. */
    private static final long STILL_MILLIS = 2000;

    /** Where events come, they are not kept from being learned for longer, whatever the source answers. */
    private static final long LONGEST_HELD_MILLIS = 30_000;

    private static final long NEVER = Long.MIN_VALUE;

    private final Timing.Clock settings;
    private final ThrowingConsumer<Watermark, Exception> output;
    private final ScheduledFuture<?> ticks;
    private long start;
    private long now;
    private long heldSince = NEVER;
    private long next = NEVER;
    private long emitted = NEVER;
    private boolean isIdle;
    private boolean isSteady;

    IdleClock(Timing.Clock settings, ProcessingTimeService time, ThrowingConsumer<Watermark, Exception> output) {
        this.settings = settings;
        this.output = output;
        settings.health().open();
        start = time.getCurrentProcessingTime();
        now = start;
        ticks = time.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS);
    }

    /** The events have come so far. */
    void follow(long watermark) throws Exception {
        next = Math.max(next, watermark);
        emit();
    }

    void idle(boolean nowIdle) {
        isIdle = nowIdle;
    }

    private void tick(long time) throws Exception {
        if (time - now > STILL_MILLIS) {
            start = time;
        }
        now = time;
        // Asked at each tick, since it looks at the source when it is asked.
        boolean isAnswering = settings.health().isAnswering();
        isSteady = isAnswering && now - start >= START_MILLIS;
        Duration behind = isIdle ? settings.lag() : settings.most();
        if (isSteady && behind != null) {
            next = Math.max(next, now - behind.toMillis());
        }
        emit();
    }

    private void emit() throws Exception {
        if (next <= emitted) {
            return;
        }
        if (heldSince == NEVER) {
            heldSince = now;
        }
        // After the last watermark nothing comes.
        if (isSteady || next == Long.MAX_VALUE || now - heldSince >= LONGEST_HELD_MILLIS) {
            heldSince = NEVER;
            emitted = next;
            output.accept(new Watermark(next));
        }
    }

    @Override
    public void close() {
        ticks.cancel(false);
        settings.health().close();
    }
}
