package akin.jobs.topology;

import akin.jobs.config.AkinSettings;
import akin.jobs.config.StartAt;
import akin.jobs.config.StreamSettings;
import akin.models.event.Message;
import akin.models.event.SourceTime;
import akin.operators.Timing;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * Watermarks of one partition or log that follow its events, or its catalogue changes. By the clock they go on only where
 * the source says that all has come that a partition held at some time.
 */
public final class EventTime implements WatermarkGenerator<Message> {
    /** Catalogue changes hold event time up for no longer, however they are dated. */
    private static final Duration LONGEST_HELD = Duration.ofSeconds(30);

    private final Timing timing;
    private final long outOfOrderness;
    private final long step;
    private final long lag;
    private final boolean isCatalog;
    private SourceTime time = SourceTime.of("");
    private long emitted = Long.MIN_VALUE;
    private boolean isAway;

    /**
     * @param step least difference between two watermarks, milliseconds
     * @param lag how far event time stays behind the clock where nothing comes, milliseconds
     * @param isCatalog whether catalogue changes move event time, which arrive when they hold
     */
    private EventTime(Timing timing, long step, long lag, boolean isCatalog) {
        this.timing = timing;
        this.step = step;
        this.lag = lag;
        this.isCatalog = isCatalog;
        outOfOrderness = timing.outOfOrderness().toMillis();
    }

    /** How event time goes in a log, which doesn't say when events arrived. */
    public static Timing ofLog(AkinSettings settings) {
        return new Timing(settings.stream().outOfOrderness(), settings.wire().maxSkew(), false, false);
    }

    /** How event time goes in topics, whose messages say when they arrived. */
    public static Timing ofTopics(AkinSettings settings) {
        boolean isOnce = settings.kafka().startAt().where() == StartAt.Where.SAVEPOINT;
        return new Timing(settings.stream().outOfOrderness(), settings.wire().maxSkew(), true, isOnce);
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
        return WatermarkStrategy.forGenerator(generators(timing, settings, isCatalog))
                .withTimestampAssigner((message, recordTime) -> message.timestamp());
    }

    static WatermarkGeneratorSupplier<Message> generators(Timing timing, StreamSettings settings, boolean isCatalog) {
        long step = settings.watermarkStep().toMillis();
        // A message is stored a little later than it is dated.
        long lag =
                timing.outOfOrderness().plus(settings.idleness().dividedBy(2)).toMillis();
        return context -> new EventTime(timing, step, lag, isCatalog);
    }

    @Override
    public void onEvent(Message message, long timestamp, WatermarkOutput output) {
        away(message instanceof Message.Away, output);
        if (message instanceof Message.End) {
            time = time.end(timing.skew().toMillis());
            emit(time.reached(), output);
        } else if (message instanceof Message.ShopEvent happened) {
            time = timing.tellsArrival() ? time.arrived(happened.event()) : time.read(happened.event());
            advance(output);
        } else if (isCatalog && message instanceof Message.ItemChange change) {
            time = time.arrived(change.timestamp());
            advance(output);
        } else if (message instanceof Message.CaughtUp caughtUp) {
            goOn(caughtUp, output);
        }
    }

    private void away(boolean nowAway, WatermarkOutput output) {
        if (nowAway) {
            output.markIdle();
        } else if (isAway) {
            output.markActive();
        }
        isAway = nowAway;
    }

    private void goOn(Message.CaughtUp caughtUp, WatermarkOutput output) {
        if (caughtUp.isQuiet()) {
            emit(caughtUp.until() - lag, output);
        } else if (isCatalog) {
            emit(caughtUp.until() - LONGEST_HELD.toMillis(), output);
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
