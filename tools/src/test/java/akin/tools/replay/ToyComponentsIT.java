package akin.tools.replay;

import static org.assertj.core.api.Assertions.assertThat;

import akin.jobs.config.AkinSettings;
import akin.models.event.Message;
import akin.models.loop.PlainLoop;
import akin.models.quality.Figures;
import akin.models.quality.Slice;
import akin.models.recommender.RecommenderSettings;
import akin.models.toy.Toys;
import akin.tools.logs.MessageIterator;
import akin.tools.simulation.Limited;
import akin.tools.simulation.Shop;
import akin.tools.simulation.ShopSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Components that only tests have run in the job as they do in the for-loop, come with a savepoint, and go. */
class ToyComponentsIT {
    private static final int EVENTS = 3000;
    private static final AkinSettings PLAIN = AkinSettings.load(
            null,
            List.of(
                    "ranking.order=event-time",
                    "shards.by=hash",
                    "shards.count=2",
                    "stream.parallelism=2",
                    "embedding.dimensions=8",
                    "embedding.negatives=8"));
    private static final AkinSettings TOYS = with(Toys.added(PLAIN.recommender()));

    @TempDir
    private Path folder;

    private static AkinSettings with(RecommenderSettings recommender) {
        return new AkinSettings(
                PLAIN.wire(),
                PLAIN.sessions(),
                PLAIN.shards(),
                recommender,
                PLAIN.stream(),
                PLAIN.experiments(),
                PLAIN.kafka(),
                PLAIN.checkpoints());
    }

    private static MessageIterator shop() {
        return new Limited(new Shop(ShopSettings.demo(3)), EVENTS, () -> false);
    }

    /** What follows after the first half of the shop's messages. */
    private static MessageIterator secondHalf() {
        MessageIterator messages = shop();
        long events = 0;
        while (events < EVENTS / 2) {
            Message message = messages.next();
            events += message instanceof Message.ShopEvent ? 1 : 0;
        }
        return messages;
    }

    private static MessageIterator firstHalf() {
        return new Limited(new Shop(ShopSettings.demo(3)), EVENTS / 2, () -> false);
    }

    private static String loop(AkinSettings settings) throws IOException {
        PlainLoop loop = new PlainLoop(settings.sessions(), settings.recommender(), settings.shards());
        try (MessageIterator messages = shop()) {
            messages.forEachRemaining(loop::add);
        }
        loop.run(ranking -> {});
        return PlainLoop.digest(loop.reports());
    }

    private static Figures of(RunMetrics metrics, String ranker) {
        return metrics.quality().get(ranker).get(Slice.ALL);
    }

    private String saved(AkinSettings settings) throws Exception {
        return new LogJob(settings, "first", ToyComponentsIT::firstHalf, folder)
                .runAndSave(counts -> {}, folder.resolve("savepoints").toUri().toString())
                .path();
    }

    private RunMetrics secondHalf(AkinSettings settings, String savepoint) throws Exception {
        return new LogJob(settings, "second", ToyComponentsIT::secondHalf, folder)
                .from(savepoint)
                .run(counts -> {});
    }

    @Test
    void theJobEqualsTheLoop() throws Exception {
        RunMetrics metrics = new LogJob(TOYS, "toys", ToyComponentsIT::shop, folder).run(counts -> {});

        assertThat(metrics.digest()).isEqualTo(loop(TOYS)).isNotEqualTo(loop(PLAIN));
        assertThat(of(metrics, "latest").hits20()).isPositive();
        assertThat(of(metrics, "source-weights").hits20()).isPositive();
        assertThat(Files.readString(folder.resolve("rankings.jsonl"))).contains("\"latest\":1");
    }

    @Test
    void aSavepointIsGoneOnFromWithThemAddedAndWithThemRemoved() throws Exception {
        RunMetrics added = secondHalf(TOYS, saved(PLAIN));
        RunMetrics removed = secondHalf(PLAIN, saved(TOYS));
        RunMetrics reordered = secondHalf(with(Toys.reordered(PLAIN.recommender())), saved(TOYS));

        assertThat(of(added, "latest").positions())
                .isPositive()
                .isLessThan(of(added, "popular").positions());
        assertThat(of(added, "popular").positions())
                .isEqualTo(of(removed, "popular").positions());
        assertThat(removed.quality()).doesNotContainKey("latest");
        assertThat(of(reordered, "covisit-jaccard").positions())
                .isEqualTo(of(removed, "covisit-jaccard").positions());
    }
}
