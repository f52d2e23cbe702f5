package akin.tools.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small folders as the commands leave them. */
final class Folders {
    static final String METRICS = """
            {"events": 1200, "late": 0, "seconds": 2.5, "events_per_second": 480, "model_digest": "abc123", "ended": 1,
             "quality": {
               "popular": {
                 "all": {"positions": 1000, "hit@5": 0.1, "hit@10": 0.25, "hit@20": 0.3, "mrr@20": 0.05, "pool_recall": 0.8},
                 "cart": {"positions": 10, "hit@10": 0.5}},
               "covisit": {
                 "all": {"positions": 1000, "hit@5": 0.2, "hit@10": 0.2501, "hit@20": 0.2, "mrr@20": 0.06, "pool_recall": 0.8}}
             }%s}
            """;
    static final String LEARNING = """
            , "learning": {"net": {"examples": 40, "loss": 0.25, "calibration": [
                {"predicted": 0.3, "observed": 0.4, "examples": 10},
                {"predicted": 0.1, "observed": 0.1, "examples": 30}]},
              "idle": {"examples": 0, "loss": "NaN"}}
            """;
    static final String EVALUATED = """
            {"events": 5, "positions": 3, "seconds": 0, "model_digest": "ff",
             "quality": {"covisit": {"recall@20": 0.5, "mrr@20": 0.125, "recall@20_ties_by_item": 0.1}}}
            """;

    private Folders() {}

    static Path of(Path parent, String name, String metrics) throws IOException {
        Path folder = Files.createDirectories(parent.resolve(name));
        Files.writeString(folder.resolve("metrics.json"), metrics);
        return folder;
    }

    /** A line of {@code quality.jsonl}. */
    static String line(long minute, int positions, double hit10, String more) {
        return "{\"timestamp\":" + (1_780_000_000_000L + 60_000 * minute) + ",\"visits\":" + positions
                + ",\"quality\":{\"popular\":{\"positions\":" + positions + ",\"hit@10\":" + hit10 + "}}" + more
                + "}\n";
    }
}
