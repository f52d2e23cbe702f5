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

/** Watermarks of one partition or log that follow its messages only, never the clock. */
public final class EventTime implements WatermarkGenerator<Message> {
    private final Timing timing;
    private final long outOfOrderness;
    private final long step;
    private SourceTime time = SourceTime.of("");
    private long emitted = Long.MIN_VALUE;

    /**
     * @param step least difference between two watermarks, milliseconds
     */
    EventTime(Timing timing, long step) {
        this.timing = timing;
        this.outOfOrderness = timing.outOfOrderness().toMillis();
        this.step = step;
    }

    /** How event time goes in a log, which doesn't say when events arrived. */
    public static Timing ofLog(AkinSettings settings) {
        return new Timing(settings.stream().outOfOrderness(), settings.wire().maxSkew(), false, false, null);
    }

    /** How event time goes in topics: each message says when it arrived, and while none comes the clock counts. */
    public static Timing ofTopics(AkinSettings settings, SourceHealth health) {
        Duration outOfOrderness = settings.stream().outOfOrderness();
        Duration lag = outOfOrderness.plus(settings.stream().idleness().dividedBy(2));
        boolean isOnce = settings.kafka().startAt().where() == StartAt.Where.SAVEPOINT;
        return new Timing(outOfOrderness, settings.wire().maxSkew(), true, isOnce, new Timing.Clock(lag, health));
    }

    /** Event time of each partition by its events. */
    public static WatermarkStrategy<Message> byEvents(Timing timing, StreamSettings settings) {
        Timing pure = timing.withoutClock();
        long step = settings.watermarkStep().toMillis();
        return timed(context -> new EventTime(pure, step));
    }

    /** For the catalogue, whose changes come when they come: event time is that of the events. */
    public static WatermarkStrategy<Message> holdingNothingBack() {
        return timed(context -> new Idle());
    }

    private static WatermarkStrategy<Message> timed(WatermarkGeneratorSupplier<Message> generators) {
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
            long watermark = time.watermark(outOfOrderness);
            if (emitted == Long.MIN_VALUE || watermark - emitted >= step) {
                emit(watermark, output);
            }
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

    private static final class Idle implements WatermarkGenerator<Message> {
        @Override
        public void onEvent(Message message, long timestamp, WatermarkOutput output) {}

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            output.markIdle();
        }
    }
}
