package akin.operators;

import akin.models.recommender.Ranked;
import akin.models.recommender.Recommender;
import akin.models.recommender.ShardReport;
import akin.models.shard.Visit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/** What can be watched of the shards on one subtask. */
final class ShardMetrics {
    private static final int LAST_VALUES = 1000;

    private final Tally visits;
    private final Tally rankings;
    private final Tally fills;
    private final Tally shortfalls;
    private final Histogram rankMicros;
    private final Histogram rankingSize;
    private final Histogram flushMicros;
    private volatile long learnLag;
    private volatile long flushedPages;
    private volatile Seen seen = Seen.NOTHING;
    private final Map<String, Double> gauges = new ConcurrentHashMap<>();

    ShardMetrics(RuntimeContext context, Recommender layout) {
        visits = new Tally(context, "visits");
        rankings = new Tally(context, "rankings");
        fills = new Tally(context, "fills");
        shortfalls = new Tally(context, "shortfalls");
        MetricGroup group = context.getMetricGroup().addGroup("akin");
        rankMicros = group.histogram("rank_micros", new DescriptiveStatisticsHistogram(LAST_VALUES));
        rankingSize = group.histogram("pool_size", new DescriptiveStatisticsHistogram(LAST_VALUES));
        flushMicros = group.histogram("flush_micros", new DescriptiveStatisticsHistogram(LAST_VALUES));
        group.gauge("learn_lag_millis", () -> learnLag);
        group.gauge("flushed_pages", () -> flushedPages);
        layout.report(0, false).gauges().forEach((name, value) -> {
            gauges.put(name, value);
            group.gauge(name, () -> gauges.get(name));
        });
        group.gauge("shards", () -> seen.shards());
        group.gauge("rows", () -> seen.rows());
        group.gauge("bytes", () -> seen.bytes());
        group.gauge("dirty_pages", () -> seen.dirtyPages());
        group.gauge("waiting", () -> seen.waiting());
    }

    /** What the metrics thread sees, since it must not look into models while they learn. */
    private record Seen(int shards, long rows, long bytes, long dirtyPages, long waiting) {
        static final Seen NOTHING = new Seen(0, 0, 0, 0, 0);

        Seen plus(Shard shard) {
            Recommender recommender = shard.recommender();
            return new Seen(
                    shards + 1,
                    rows + recommender.catalog().items().live(),
                    bytes + recommender.memory().bytes(),
                    dirtyPages + recommender.memory().dirtyPages(),
                    waiting + shard.waiting());
        }
    }

    /** Looks at the shards, in the thread in which they learn. */
    void look(Collection<Shard> shards) {
        Seen sum = Seen.NOTHING;
        for (Shard shard : shards) {
            sum = sum.plus(shard);
        }
        seen = sum;
    }

    void ranked(Ranked ranked, long nanos) {
        rankings.increment();
        fills.add(ranked.filled());
        shortfalls.add(ranked.shortfall());
        rankMicros.update(nanos / 1000);
        rankingSize.update(ranked.poolSize());
    }

    void learned(Visit visit) {
        if (visit.atItem()) {
            visits.increment();
        }
    }

    /** How far learning is behind: only the live job's clock and event time compare. */
    void learnedUpTo(long watermark, long now) {
        learnLag = watermark == Long.MAX_VALUE ? 0 : Math.max(0, now - watermark);
    }

    /** The worst shard's figures count: a mean would hide it. */
    void reported(List<ShardReport> reports) {
        Map<String, Double> worst = new TreeMap<>();
        reports.forEach(report -> report.gauges().forEach((name, value) -> worst.merge(name, value, Math::min)));
        gauges.putAll(worst);
    }

    /** How long a checkpoint held everything else up while changed pages went into state. */
    void flushed(int pages, long nanos) {
        flushedPages = pages;
        flushMicros.update(nanos / 1000);
    }
}
