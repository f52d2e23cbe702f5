package akin.similar.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akin.similar.settings.UsageException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Items are their own numbers. */
class EventLogTest {
    private static final ViewToPurchase MINING = new ViewToPurchase(2);

    @TempDir
    private Path folder;

    private static String event(String user, String item, String type, Object timestamp) {
        return "{\"event_id\":\"e\",\"user_id\":\"%s\",\"item_id\":%s,\"type\":\"%s\",\"timestamp\":%s}\n"
                .formatted(user, item, type, timestamp);
    }

    private EventLog read(String... lines) throws IOException {
        Path file = Files.writeString(folder.resolve("events.jsonl"), String.join("", lines));
        return EventLog.read(file, Integer::parseInt);
    }

    @Test
    void eachShoppersEventsAreInTheOrderOfTime() throws IOException {
        EventLog log = read(
                event("a", "9", "purchase", 4000),
                event("b", "7", "view", 1000),
                event("a", "\"2\"", "view", "\"1970-01-01T00:00:03Z\""),
                event("a", "1", "view", 2000),
                event("b", "9", "purchase", 5000),
                event("a", "5", "cart", 3500));

        assertThat(log.mine(MINING)).containsExactly(new Pair(2, 9, true), new Pair(1, 9, false), new Pair(7, 9, true));
        assertThat(log.purchases()).isEqualTo(2);
        assertThat(log.unreadable()).isZero();
    }

    @Test
    void whatAShopperDidBeforeAskingToBeForgottenIsLeftOut() throws IOException {
        EventLog log = read(
                event("a", "1", "view", 1000),
                event("a", "2", "purchase", 2000),
                "{\"event_id\":\"f\",\"user_id\":\"a\",\"type\":\"forget\",\"timestamp\":3000}\n",
                event("a", "4", "purchase", 4000),
                event("a", "5", "view", 5000),
                event("a", "6", "purchase", 6000));

        assertThat(log.mine(MINING)).containsExactly(new Pair(5, 6, true));
    }

    @Test
    void linesThatAreNoEventAreCountedAndCatalogueMessagesPassedOver() throws IOException {
        EventLog log = read(
                "{\"item_id\":\"1\",\"title\":\"cup\",\"similar\":{}}\n",
                "\n",
                "nonsense\n",
                "[1]\n",
                event("a", "null", "view", 1000),
                event("a", "1.5", "view", 1000),
                event("a", "1", "look", 1000),
                event("a", "1", "view", "\"yesterday\""),
                event("", "1", "view", 1000));

        assertThat(log.unreadable()).isEqualTo(7);
        assertThat(log.mine(MINING)).isEmpty();
    }

    @Test
    void aLogMayBePacked() throws IOException {
        Path file = folder.resolve("events.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write((event("a", "1", "view", 1) + event("a", "2", "purchase", 2)).getBytes(StandardCharsets.UTF_8));
        }

        assertThat(EventLog.read(file, Integer::parseInt).mine(MINING)).containsExactly(new Pair(1, 2, true));
    }

    @Test
    void aMissingLogIsNamed() {
        assertThatThrownBy(() -> EventLog.read(folder.resolve("none.jsonl"), Integer::parseInt))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("none.jsonl");
    }
}
