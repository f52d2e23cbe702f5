package akin.jobs.topology;

import akin.jobs.config.StreamSettings;
import akin.models.event.Message;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * Watermarks that follow the messages only, never the clock: how far event time has come after n messages of a source is
 * the same in every run, so what is late is too.
 */
public final class EventTime implements WatermarkGenerator<Message> {
    private final long outOfOrderness;
    private final long step;
    private long newest = Long.MIN_VALUE;
    private long emitted = Long.MIN_VALUE;

    /**
     * @param outOfOrderness how much earlier than the newest event another one may still come, milliseconds
     * @param step least difference between two watermarks, milliseconds
     */
    EventTime(long outOfOrderness, long step) {
        this.outOfOrderness = outOfOrderness;
        this.step = step;
    }

    /** Event time as the settings say. */
    public static WatermarkStrategy<Message> of(StreamSettings settings) {
        long outOfOrderness = settings.outOfOrderness().toMillis();
        long step = settings.watermarkStep().toMillis();
        return timed(context -> new EventTime(outOfOrderness, step));
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
        if (message.isEnd()) {
            emit(newest, output);
        } else if (message.event() != null && message.timestamp() > newest) {
            newest = message.timestamp();
            emit(newest - outOfOrderness - 1, output);
        }
    }

    private void emit(long watermark, WatermarkOutput output) {
        if (emitted == Long.MIN_VALUE || watermark - emitted >= step || watermark == newest) {
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
