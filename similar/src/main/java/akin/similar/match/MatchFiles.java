package akin.similar.match;

import akin.similar.figures.MetricsFile;
import akin.similar.nearest.ExactSearch;
import akin.similar.nearest.Nearest;
import akin.similar.siamese.Embeddings;
import akin.similar.siamese.Siamese;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes {@code metrics.json} and {@code matches.tsv} into a folder. */
final class MatchFiles {
    private final Path folder;

    MatchFiles(Path folder) {
        this.folder = folder;
    }

    void write(MatchResult result) throws IOException {
        Files.createDirectories(folder);
        writeMatches(result);
        Map<String, Object> metrics = new LinkedHashMap<>();
        metrics.put("quality", result.quality());
        metrics.put("pairs", counts(result.problem()));
        metrics.put("depths", result.depths());
        Siamese siamese = result.best().siamese();
        metrics.put("layers", result.best().layers());
        metrics.put("learning", siamese.curve());
        metrics.put("worth", siamese.worth());
        metrics.put("crowding", siamese.crowdingShare());
        new MetricsFile(folder).write(metrics);
    }

    private static Map<String, Object> counts(Problem problem) {
        Map<String, Object> counts = new LinkedHashMap<>();
        Map.of("train", problem.train(), "valid", problem.valid(), "test", problem.test()).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(list -> counts.put(list.getKey(), list.getValue().counts()));
        return counts;
    }

    /** The nearest product of the right catalogue for each of the left, and whether it is near enough to be the same. */
    private void writeMatches(MatchResult result) throws IOException {
        Embeddings embeddings = result.best().embeddings();
        int first = embeddings.firstRight();
        boolean isOne = result.problem().sides().isOne();
        double threshold = result.quality().get("siamese").get("threshold");
        Nearest[] nearest = new ExactSearch(embeddings.right())
                .search(embeddings.left(), 1, (query, item) -> !isOne || query != item);
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("matches.tsv"))) {
            out.write("left\tright\tsquared_distance\tmatch\n");
            for (int left = 0; left < nearest.length; left++) {
                if (nearest[left].rows().length > 0) {
                    float distance = nearest[left].distances()[0];
                    String right = result.problem()
                            .products()
                            .get(first + nearest[left].rows()[0])
                            .id();
                    out.write(result.problem().products().get(left).id() + "\t" + right + "\t" + distance + "\t"
                            + (-distance >= threshold) + "\n");
                }
            }
        }
    }
}
