package akin.jobs.topology;

import akin.jobs.config.AkinSettings;
import akin.jobs.config.StartAt;
import akin.jobs.config.StreamSettings;
import akin.models.event.Message;
import akin.models.event.SourceTime;
import akin.operators.SourceHealth;
import akin.operators.Timing;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/** Watermarks of one partition or log that follow its events, or its catalogue changes, and never the clock. */
public final class EventTime implements WatermarkGenerator<Message> {
    private static final Duration LONGEST_HELD = Duration.ofSeconds(30);

    private final Timing timing;
    private final long outOfOrderness;
    private final long step;
    private final boolean isCatalog;
    private SourceTime time = SourceTime.of("");
    private long emitted = Long.MIN_VALUE;

    /**
     * @param step least difference between two watermarks, milliseconds
     * @param isCatalog whether catalogue changes move event time, which arrive when they hold
     */
    EventTime(Timing timing, long step, boolean isCatalog) {
        this.timing = timing;
        this.isCatalog = isCatalog;
        this.outOfOrderness = timing.outOfOrderness().toMillis();
        this.step = step;
    }

    /** How event time goes in a log, which doesn't say when events arrived. */
    public static Timing ofLog(AkinSettings settings) {
        return new Timing(settings.stream().outOfOrderness(), settings.wire().maxSkew(), false, false, null);
    }

    /** How event time goes in the topic of events: each message says when it arrived, and while none comes the clock counts. */
    public static Timing ofTopic(AkinSettings settings, SourceHealth health) {
        return ofTopic(settings, null, health);
    }

    /** How it goes in the catalogue's topic: messages that are dated long ago, however many, don't hold it up for long. */
    public static Timing ofCatalog(AkinSettings settings, SourceHealth health) {
        return ofTopic(settings, LONGEST_HELD, health);
    }

    private static Timing ofTopic(AkinSettings settings, Duration most, SourceHealth health) {
        Duration outOfOrderness = settings.stream().outOfOrderness();
        Duration lag = outOfOrderness.plus(settings.stream().idleness().dividedBy(2));
        boolean isOnce = settings.kafka().startAt().where() == StartAt.Where.SAVEPOINT;
        return new Timing(outOfOrderness, settings.wire().maxSkew(), true, isOnce, new Timing.Clock(lag, most, health));
    }

    /** Event time of each partition by its events. */
    public static WatermarkStrategy<Message> byEvents(Timing timing, StreamSettings settings) {
        return timed(timing, settings, false);
    }

    /** Event time of each partition of the catalogue by its changes, so that events are learned behind what came before. */
    public static WatermarkStrategy<Message> byChanges(Timing timing, StreamSettings settings) {
        return timed(timing, settings, true);
    }

    private static WatermarkStrategy<Message> timed(Timing timing, StreamSettings settings, boolean isCatalog) {
        Timing pure = timing.withoutClock();
        long step = settings.watermarkStep().toMillis();
        WatermarkGeneratorSupplier<Message> generators = context -> new EventTime(pure, step, isCatalog);
        return WatermarkStrategy.forGenerator(generators)
                .withTimestampAssigner((message, recordTime) -> message.timestamp());
    }

    @Override
    public void onEvent(Message message, long timestamp, WatermarkOutput output) {
        if (message instanceof Message.End) {
            time = time.end(timing.skew().toMillis());
            emit(time.reached(), output);
        } else if (message instanceof Message.ShopEvent happened) {
            time = timing.tellsArrival() ? time.arrived(happened.event()) : time.read(happened.event());
            advance(output);
        } else if (isCatalog && message instanceof Message.ItemChange change) {
            time = time.arrived(change.timestamp());
            advance(output);
        }
    }

    private void advance(WatermarkOutput output) {
        long watermark = time.watermark(outOfOrderness);
        if (emitted == Long.MIN_VALUE || watermark - emitted >= step) {
            emit(watermark, output);
        }
    }

    private void emit(long watermark, WatermarkOutput output) {
        if (watermark > emitted) {
            emitted = watermark;
            output.emitWatermark(new Watermark(watermark));
        }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {}

    /** For what has no event time and holds that of others not back. */
    public static <T> WatermarkStrategy<T> holdingNothingBack() {
        return WatermarkStrategy.forGenerator(context -> new Idle<>());
    }

    private static final class Idle<T> implements WatermarkGenerator<T> {
        @Override
        public void onEvent(T element, long timestamp, WatermarkOutput output) {}

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            output.markIdle();
        }
    }
}
