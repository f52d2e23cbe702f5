package akin.tools.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the folders that {@code demo}, {@code replay} and {@code evaluate} leave. */
final class RunReader {
    /** A longer history is halved on the way, so that a year of minutes takes no more memory than a day. */
    private static final int MOST_INTERVALS = 4096;

    private RunReader() {}

    static List<Run> read(List<Path> folders) throws IOException {
        List<Run> runs = new ArrayList<>();
        for (Path folder : folders) {
            runs.add(read(folder, name(folder, folders)));
        }
        return runs;
    }

    /** The folder's last name, or its whole path when others have the same. */
    private static String name(Path folder, List<Path> folders) {
        Path last = last(folder);
        boolean unique =
                folders.stream().filter(other -> last(other).equals(last)).count() == 1;
        return unique ? last.toString() : folder.toString();
    }

    private static Path last(Path folder) {
        Path whole = folder.toAbsolutePath().normalize();
        return whole.getFileName() == null ? whole : whole.getFileName();
    }

    private static Run read(Path folder, String name) throws IOException {
        JsonNode metrics = metrics(folder);
        Map<String, Double> counts = Run.numbers(metrics);
        double eventsPerSecond = JsonFiles.number(metrics.path("events_per_second"));
        counts.remove("events_per_second");
        Path history = folder.resolve("quality.jsonl");
        Path map = folder.resolve("map.json");
        return new Run(
                name,
                counts,
                eventsPerSecond,
                metrics.path("model_digest").asText(""),
                Run.quality(metrics.get("quality")),
                Files.exists(history) ? history(history) : List.of(),
                Learner.all(metrics.path("learning")),
                Files.exists(map) ? ItemMap.of(JsonFiles.object(map)) : null);
    }

    private static JsonNode metrics(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException(
                    "there is no folder " + folder + ": name one that demo, replay or evaluate wrote with --out");
        }
        Path file = folder.resolve("metrics.json");
        if (!Files.exists(file)) {
            throw new IOException("there is no file " + file
                    + ": demo, replay and evaluate write it with --out when they have come to their end");
        }
        JsonNode metrics = JsonFiles.object(file);
        if (!metrics.path("quality").isObject()) {
            throw new IOException(
                    file + " has no quality: name a folder that demo, replay or evaluate wrote with --out");
        }
        return metrics;
    }

    private static List<Interval> history(Path file) throws IOException {
        List<Interval> intervals = new ArrayList<>();
        JsonFiles.lines(file, line -> {
            intervals.add(Interval.of(line));
            if (intervals.size() == MOST_INTERVALS) {
                halve(intervals);
            }
        });
        return intervals;
    }

    private static void halve(List<Interval> intervals) {
        List<Interval> halved = new ArrayList<>();
        for (int i = 0; i + 1 < intervals.size(); i += 2) {
            halved.add(intervals.get(i).plus(intervals.get(i + 1)));
        }
        intervals.clear();
        intervals.addAll(halved);
    }
}
