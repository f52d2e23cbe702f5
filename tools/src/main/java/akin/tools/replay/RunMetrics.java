package akin.tools.replay;

import akin.models.component.ItemMap;
import akin.models.component.Learning;
import akin.models.loop.PlainLoop;
import akin.models.quality.Figures;
import akin.models.quality.Slice;
import akin.models.recommender.ShardReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a bounded run did, as {@code metrics.json}.
 *
 * @param counts by name: events, dead_letters, late, …
 * @param evaluation recall and MRR of the full ranking by ranker, empty when that wasn't asked for
 */
public record RunMetrics(
        Map<String, Long> counts,
        double seconds,
        Collection<ShardReport> shards,
        Map<String, Map<String, Double>> evaluation) {
    private static final Set<String> COUNTS =
            Set.of("events", "dead_letters", "late", "duplicates", "visits", "rankings");

    /** One digest over all shards. */
    public String digest() {
        return PlainLoop.digest(shards);
    }

    public long count(String name) {
        return counts.getOrDefault(name, 0L);
    }

    /** The shards' figures added up. */
    public Map<String, Map<Slice, Figures>> quality() {
        Map<String, Map<Slice, Figures>> sum = new TreeMap<>();
        shards.stream()
                .sorted((a, b) -> Integer.compare(a.shard(), b.shard()))
                .forEach(report -> report.quality()
                        .forEach((ranker, slices) -> slices.forEach(
                                (slice, figures) -> sum.computeIfAbsent(ranker, name -> new EnumMap<>(Slice.class))
                                        .merge(slice, figures, Figures::plus))));
        return sum;
    }

    /** The shards' learners added up. */
    public Map<String, Learning> learning() {
        Map<String, Learning> sum = new TreeMap<>();
        shards.stream()
                .sorted((a, b) -> Integer.compare(a.shard(), b.shard()))
                .forEach(report ->
                        report.learning().forEach((name, learner) -> sum.merge(name, learner, Learning::plus)));
        return sum;
    }

    /** Returns the share of the visits on which rankers were tested. */
    public double sample() {
        return gauges().getOrDefault("quality_sample", 1.0);
    }

    /** Returns those of the worst shard. */
    private Map<String, Double> gauges() {
        Map<String, Double> worst = new TreeMap<>();
        shards.forEach(shard -> shard.gauges().forEach((name, value) -> worst.merge(name, value, Math::min)));
        return worst;
    }

    /** Writes {@code metrics.json} into a folder, and {@code map.json}, the map of the shard with the most items on it. */
    public void write(Path folder) throws IOException {
        Json.file(folder.resolve("metrics.json"), file());
        Optional<ItemMap> map = shards.stream()
                .sorted((a, b) -> Integer.compare(a.shard(), b.shard()))
                .map(ShardReport::map)
                .filter(Objects::nonNull)
                .max((a, b) -> Integer.compare(a.items().size(), b.items().size()));
        if (map.isPresent()) {
            Json.file(folder.resolve("map.json"), map.get());
        } else {
            Files.deleteIfExists(folder.resolve("map.json"));
        }
    }

    private MetricsFile file() {
        Map<String, LearnerFigures> learning = new TreeMap<>();
        learning().forEach((name, sums) -> learning.put(name, LearnerFigures.of(sums)));
        Map<String, Number> others = new TreeMap<>(gauges());
        others.putAll(counts);
        others.keySet().removeAll(COUNTS);
        return new MetricsFile(
                count("events"),
                count("dead_letters"),
                count("late"),
                count("duplicates"),
                count("visits"),
                count("rankings"),
                seconds,
                seconds == 0 ? 0 : Math.round(count("events") / seconds),
                digest(),
                shards.size(),
                others,
                evaluation.isEmpty() ? shares() : evaluation,
                learning);
    }

    /** By ranker and slice; slices without positions are left out. */
    private Map<String, Map<String, Shares>> shares() {
        Map<String, Map<String, Shares>> shares = new TreeMap<>();
        quality().forEach((ranker, slices) -> {
            Map<String, Shares> bySlice = new LinkedHashMap<>();
            slices.forEach((slice, figures) -> {
                if (figures.positions() > 0 || slice == Slice.ALL) {
                    bySlice.put(slice.wireName(), Shares.of(figures, sample()));
                }
            });
            shares.put(ranker, bySlice);
        });
        return shares;
    }
}
