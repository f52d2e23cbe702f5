package akin.tools.replay;

import akin.jobs.wire.MessageWriter;
import akin.models.embedding.ItemMap;
import akin.models.embedding.Learning;
import akin.models.loop.PlainLoop;
import akin.models.quality.Figures;
import akin.models.quality.Slice;
import akin.models.recommender.ShardReport;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    private static final String[] COUNTS = {"events", "dead_letters", "late", "duplicates", "visits", "rankings"};

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

    /** That of the worst shard. */
    private double neighbourRecall() {
        return shards.stream().mapToDouble(ShardReport::neighbourRecall).min().orElse(1);
    }

    /** Writes {@code metrics.json} into a folder, and {@code map.json}, the map of the shard with the most items on it. */
    public void write(Path folder) throws IOException {
        Optional<ItemMap> map = shards.stream()
                .sorted((a, b) -> Integer.compare(a.shard(), b.shard()))
                .map(ShardReport::map)
                .filter(Objects::nonNull)
                .max((a, b) -> Integer.compare(a.items().size(), b.items().size()));
        if (map.isPresent()) {
            Files.write(folder.resolve("map.json"), new MessageWriter().map(map.get()));
        } else {
            Files.deleteIfExists(folder.resolve("map.json"));
        }
        try (OutputStream file = Files.newOutputStream(folder.resolve("metrics.json"));
                JsonGenerator out = new JsonFactory().createGenerator(file)) {
            out.setPrettyPrinter(new DefaultPrettyPrinter());
            out.writeStartObject();
            for (String name : COUNTS) {
                out.writeNumberField(name, count(name));
            }
            out.writeNumberField("seconds", seconds);
            out.writeNumberField("events_per_second", seconds == 0 ? 0 : Math.round(count("events") / seconds));
            out.writeStringField("model_digest", digest());
            others(out);
            out.writeObjectFieldStart("quality");
            if (evaluation.isEmpty()) {
                MessageWriter.quality(quality(), out);
            } else {
                evaluation(out);
            }
            out.writeEndObject();
            out.writeObjectFieldStart("learning");
            MessageWriter.learning(learning(), out);
            out.writeEndObject();
            out.writeEndObject();
        }
    }

    private void others(JsonGenerator out) throws IOException {
        out.writeNumberField("shards", shards.size());
        out.writeNumberField("neighbour_recall", neighbourRecall());
        for (String name : new TreeMap<>(counts).keySet()) {
            if (!List.of(COUNTS).contains(name)) {
                out.writeNumberField(name, count(name));
            }
        }
    }

    private void evaluation(JsonGenerator out) throws IOException {
        for (Map.Entry<String, Map<String, Double>> ranker : evaluation.entrySet()) {
            out.writeObjectFieldStart(ranker.getKey());
            for (Map.Entry<String, Double> figure : ranker.getValue().entrySet()) {
                out.writeNumberField(figure.getKey(), figure.getValue());
            }
            out.writeEndObject();
        }
    }
}
