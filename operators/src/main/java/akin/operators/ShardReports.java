package akin.operators;

import akin.models.recommender.ShardReport;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.api.common.accumulators.ListAccumulator;
import org.apache.flink.api.common.functions.RuntimeContext;

/** Reports the shards of one subtask as event time goes by, and a last time when their input has ended. */
final class ShardReports {
    private final Duration every;
    private final Collection<Shard> shards;
    private final ShardMetrics metrics;
    private final ListAccumulator<ShardReport> last = new ListAccumulator<>();
    private long next;

    ShardReports(RuntimeContext context, Duration every, Collection<Shard> shards, ShardMetrics metrics) {
        this.every = every;
        this.shards = shards;
        this.metrics = metrics;
        context.addAccumulator(ShardsOperator.LAST_REPORTS, last);
    }

    /** Gives the reports to {@code output} that are due at a watermark. */
    void at(long watermark, Consumer<ShardReport> output) {
        if (watermark >= next) {
            List<ShardReport> reports = reports(false);
            reports.forEach(output);
            metrics.reported(reports);
            metrics.look(shards);
            next = watermark == Long.MAX_VALUE ? watermark : next(watermark, every.toMillis());
        }
    }

    private static long next(long watermark, long every) {
        return (Math.floorDiv(watermark, every) + 1) * every;
    }

    /** Leaves a last report of each shard, with its digest, in the job's result. */
    void end() {
        reports(true).forEach(last::add);
    }

    private List<ShardReport> reports(boolean withDigest) {
        return shards.stream()
                .map(shard -> shard.recommender().report(shard.number(), withDigest))
                .toList();
    }
}
