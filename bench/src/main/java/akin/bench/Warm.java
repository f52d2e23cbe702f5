package akin.bench;

import akin.jobs.config.AkinSettings;
import akin.models.recommender.ComponentType;
import akin.models.recommender.RecommenderSettings;
import akin.tools.replay.LogJob;
import akin.tools.simulation.Limited;
import akin.tools.simulation.Shop;
import akin.tools.simulation.ShopSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Models of some age, kept as savepoints so that a second run starts at once. */
final class Warm {
    private Warm() {}

    /**
     * Returns the savepoint of a job that has learned the first events of a shop; makes it unless it is there.
     *
     * @param settings under which it learns
     * @param folder where savepoints are kept
     */
    static String savepoint(AkinSettings settings, ShopSettings shop, int events, Path folder) throws Exception {
        Path own = folder.resolve(String.format(
                "%d-events-%d-items-%d-users-%s-a-second-seed-%d-%08x",
                events,
                shop.items(),
                shop.users(),
                shop.eventsPerSecond(),
                shop.seed(),
                shape(settings).hashCode()));
        Optional<Path> kept = kept(own);
        if (kept.isPresent()) {
            return kept.get().toUri().toString();
        }
        Files.createDirectories(own);
        long start = System.nanoTime();
        LogJob job = new LogJob(settings, "warm", () -> new Limited(new Shop(shop), events, () -> false), own);
        String savepoint = job.runAndSave(counts -> {}, own.toUri().toString()).path();
        System.out.printf("%,d events learned in %.0f s%n", events, (System.nanoTime() - start) / 1e9);
        return Path.of(URI.create(savepoint)).toUri().toString();
    }

    /** What a model depends on, in words that are the same in each run. */
    private static String shape(AkinSettings settings) {
        RecommenderSettings recommender = settings.recommender();
        return Stream.of(
                        settings.sessions(),
                        settings.shards(),
                        recommender.components().stream().map(ComponentType::id).toList(),
                        recommender.catalog(),
                        recommender.covisit(),
                        recommender.pool().size(),
                        new TreeMap<>(recommender.pool().most()),
                        recommender.pool().others(),
                        recommender.pool().refreshVisits(),
                        recommender.embedding(),
                        recommender.foretold(),
                        recommender.sessionKnn(),
                        recommender.cre())
                .map(Object::toString)
                .collect(Collectors.joining(" "));
    }

    private static Optional<Path> kept(Path own) throws IOException {
        if (!Files.isDirectory(own)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(own)) {
            return files.filter(file -> Files.exists(file.resolve("_metadata"))).findFirst();
        }
    }
}
