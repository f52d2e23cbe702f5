package akin.tools.replay;

import akin.models.component.Learning;
import akin.models.quality.Figures;
import akin.models.quality.Slice;
import akin.models.recommender.ShardReport;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Turns the shards' running sums into what happened between two reports. */
final class Intervals {
    private final TreeMap<Integer, ShardReport> shards = new TreeMap<>();
    private long visits;
    private Map<String, Figures> sums = Map.of();
    private Map<String, Learning> learned = Map.of();

    /** Takes the reports of one time; a shard without one stays as it was. */
    QualityInterval next(Collection<ShardReport> reports) {
        reports.forEach(report -> shards.put(report.shard(), report));
        long timestamp = 0;
        long visitsNow = 0;
        Map<String, Figures> now = new TreeMap<>();
        Map<String, Learning> learnedNow = new TreeMap<>();
        for (ShardReport shard : shards.values()) {
            timestamp = Math.max(timestamp, shard.timestamp());
            visitsNow += shard.visits();
            shard.quality().forEach((ranker, slices) -> now.merge(ranker, slices.get(Slice.ALL), Figures::plus));
            shard.learning().forEach((learner, sum) -> learnedNow.merge(learner, sum, Learning::plus));
        }
        Map<String, Shares> since = new TreeMap<>();
        now.forEach((ranker, sum) -> {
            Figures interval = sum.minus(sums.getOrDefault(ranker, Figures.NONE));
            if (interval.positions() > 0) {
                since.put(ranker, Shares.ofInterval(interval));
            }
        });
        QualityInterval interval = new QualityInterval(timestamp, visitsNow - visits, since, losses(learnedNow));
        visits = visitsNow;
        sums = now;
        learned = learnedNow;
        return interval;
    }

    /** The mean loss of the examples since the last report. */
    private Map<String, Double> losses(Map<String, Learning> now) {
        Map<String, Double> losses = new TreeMap<>();
        now.forEach((learner, sum) -> {
            Learning before = learned.get(learner);
            long examples = sum.examples() - (before == null ? 0 : before.examples());
            if (examples > 0) {
                losses.put(learner, (sum.loss() - (before == null ? 0 : before.loss())) / examples);
            }
        });
        return losses;
    }
}
