package akin.tools.replay;

import static org.assertj.core.api.Assertions.assertThat;

import akin.jobs.config.AkinSettings;
import akin.models.loop.PlainLoop;
import akin.models.random.Hash;
import akin.models.recommender.Components;
import akin.tools.logs.Logs;
import akin.tools.logs.MessageIterator;
import akin.tools.logs.MessageLog;
import akin.tools.simulation.Limited;
import akin.tools.simulation.Shop;
import akin.tools.simulation.ShopSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Digests of what is learned from three fixed inputs, as other machines found them. Who changes what models learn puts the new
 * digests into {@code digests.properties}, and says why.
 */
class DigestsTest {
    private static final long START = 1_767_225_600_000L;
    private static final List<String> SMALL = List.of(
            "embedding.dimensions=16",
            "embedding.negatives=16",
            "embedding.neighbours.cell=16",
            "embedding.neighbours.looked_at=64",
            "quality.sample=1");

    @TempDir
    private Path folder;

    private static String digest(MessageLog log, String... assignments) throws IOException {
        List<String> all = new ArrayList<>(SMALL);
        all.addAll(List.of(assignments));
        AkinSettings settings = AkinSettings.load(null, all);
        PlainLoop loop = new PlainLoop(settings.sessions(), settings.recommender(), settings.shards());
        try (MessageIterator messages = log.open()) {
            messages.forEachRemaining(loop::add);
        }
        loop.run(ranking -> {});
        return PlainLoop.digest(loop.reports());
    }

    private static String known(String input) throws IOException {
        Properties digests = new Properties();
        try (InputStream file = DigestsTest.class.getResourceAsStream("digests.properties")) {
            digests.load(file);
        }
        return digests.getProperty(input);
    }

    @Test
    void ofTheSimulatedShop() throws IOException {
        MessageLog shop = () -> new Limited(new Shop(ShopSettings.demo(7)), 5000, () -> false);

        assertThat(digest(shop)).isEqualTo(known("shop"));
    }

    /** Events and catalogue changes as JSON, moves between categories among them; everything that can be turned on. */
    @Test
    void ofALogOfEvents() throws IOException {
        Path log = Files.writeString(folder.resolve("log.jsonl"), events());

        assertThat(digest(
                        Logs.of("events", log),
                        "shards.by=category",
                        "embedding.learners=" + Components.learners(),
                        "components=" + Components.others(),
                        "embedding.optimizer=adam",
                        "covisit.half_life=1h"))
                .isEqualTo(known("events"));
    }

    /** A file in no order, with carts and purchases and lines that can't be read. */
    @Test
    void ofATableOfVisits() throws IOException {
        Path log = Files.writeString(folder.resolve("log.csv"), visits());

        assertThat(digest(
                        Logs.of("taobao", log),
                        "shards.by=hash",
                        "sessions.covisit_unit=session",
                        "embedding.negatives_by=uniform",
                        "embedding.supervised_loss=binary",
                        "catalog.max_items=100"))
                .isEqualTo(known("visits"));
    }

    private static long draw(String what, int number, int bound) {
        return Hash.below(Hash.of(1, Hash.seed(0, what), number), bound);
    }

    /** The lower numbers come more often. */
    private static long item(int number, int items) {
        return draw("item", number, 1 + (int) draw("range", number, items));
    }

    private static String events() {
        StringBuilder log = new StringBuilder();
        String[] types = {"view", "view", "view", "view", "cart", "purchase", "request", "impression"};
        for (int i = 0; i < 4000; i++) {
            long time = START + 4000L * i;
            if (i < 100 || draw("is change", i, 25) == 0) {
                long item = i < 100 ? i : draw("changed", i, 200);
                log.append(
                        draw("is deleted", i, 10) == 0
                                ? "{\"item_id\":\"i%d\",\"deleted\":true,\"timestamp\":%d}%n".formatted(item, time)
                                : "{\"item_id\":\"i%d\",\"category\":[\"c%d\",\"d%d\"],\"price\":%d,\"timestamp\":%d}%n"
                                        .formatted(item, draw("category", i, 4), item % 9, 1 + item % 50, time));
            } else {
                log.append(
                        "{\"event_id\":\"e%d\",\"user_id\":\"u%d\",\"item_id\":\"i%d\",\"type\":\"%s\",\"timestamp\":%d}%n"
                                .formatted(
                                        i,
                                        draw("user", i, 60),
                                        item(i, 200),
                                        types[(int) draw("type", i, types.length)],
                                        time));
            }
        }
        return log.toString();
    }

    private static String visits() {
        StringBuilder log = new StringBuilder();
        String[] types = {"pv", "pv", "pv", "pv", "fav", "cart", "buy"};
        for (int i = 0; i < 4000; i++) {
            long second = 1_511_571_600 + draw("second", i, 200_000);
            log.append(
                    i % 100 == 99
                            ? "half a line,%d%n".formatted(i)
                            : "%d,%d,%d,%s,%d%n"
                                    .formatted(
                                            draw("user", i, 80),
                                            item(i, 300),
                                            item(i, 300) % 12,
                                            types[(int) draw("type", i, types.length)],
                                            second));
        }
        return log.toString();
    }
}
