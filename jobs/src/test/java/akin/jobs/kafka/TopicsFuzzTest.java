package akin.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import akin.jobs.config.AkinSettings;
import akin.models.catalog.Item;
import akin.models.event.DeadLetter;
import akin.models.event.Event;
import akin.models.event.Ids;
import akin.models.event.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Whatever a topic holds, each record is one dead letter, event or catalogue change, and never an exception. */
class TopicsFuzzTest {
    private static final long NOW = 1_768_000_000_000L;
    private static final String EVENT =
            "{\"event_id\":\"e1\",\"user_id\":\"u\\u00e9\",\"item_id\":\"i1\",\"type\":\"view\",\"timestamp\":" + NOW
                    + ",\"session_id\":\"s\",\"placement\":\"p\",\"anchor_id\":\"a\",\"ranking_id\":\"r\",\"x\":[1,{\"y\":2}]}";
    private static final String ITEM =
            "{\"item_id\":\"i1\",\"title\":\"t\",\"category\":[\"a\",\"b\"],\"brand\":\"b\",\"price\":9.5,"
                    + "\"attributes\":{\"colour\":\"red\",\"n\":1},\"available\":true,\"created_at\":\"2026-01-05T08:00:00Z\","
                    + "\"deleted\":false,\"embeddings\":{\"image\":[1,2]}}";
    private static final byte[] PIECES = {
        '"', '\\', '{', '}', '[', ']', ',', ':', '-', '9', 'e', 'u', 0, (byte) 0xED, (byte) 0xFF
    };

    @Property(tries = 2000, seed = "21")
    void changedMessages(@ForAll boolean isItem, @ForAll long seed) {
        Random random = new Random(seed);
        byte[] bytes = (isItem ? ITEM : EVENT).getBytes(StandardCharsets.UTF_8);
        for (int change = random.nextInt(6); change >= 0; change--) {
            int at = random.nextInt(bytes.length);
            bytes[at] = random.nextBoolean() ? PIECES[random.nextInt(PIECES.length)] : (byte) random.nextInt();
        }
        check(read(isItem, bytes, random));
    }

    @Property(tries = 500, seed = "22")
    void anyBytes(@ForAll boolean isItem, @ForAll long seed) {
        Random random = new Random(seed);
        byte[] bytes = random.nextInt(20) == 0 ? null : new byte[random.nextInt(300)];
        if (bytes != null) {
            random.nextBytes(bytes);
        }
        check(read(isItem, bytes, random));
    }

    private static Message read(boolean isItem, byte[] value, Random random) {
        AkinSettings settings = AkinSettings.defaults();
        KafkaMessages messages =
                isItem ? KafkaMessages.ofCatalog(settings.wire()) : KafkaMessages.ofEvents(settings.wire());
        messages.open(null);
        byte[] key = random.nextBoolean() ? null : new byte[random.nextInt(8)];
        if (key != null) {
            random.nextBytes(key);
        }
        List<Message> read = new ArrayList<>();
        messages.deserialize(
                new ConsumerRecord<>(
                        "topic",
                        1,
                        2,
                        NOW,
                        TimestampType.CREATE_TIME,
                        0,
                        0,
                        key,
                        value,
                        new RecordHeaders(),
                        Optional.empty()),
                new Collector<>() {
                    @Override
                    public void collect(Message message) {
                        read.add(message);
                    }

                    @Override
                    public void close() {}
                });
        assertThat(read).hasSize(1);
        return read.get(0);
    }

    private static void check(Message message) {
        if (message instanceof Message.ShopEvent happened) {
            Event event = happened.event();
            assertThat(List.of(event.eventId(), event.userId())).allMatch(Ids::isValid);
            assertThat(event.timestamp()).isBetween(946_684_800_000L, NOW);
        } else if (message instanceof Message.ItemChange change) {
            Item item = change.item();
            assertThat(Ids.isValid(item.itemId())).isTrue();
            assertThat(item.category()).allMatch(Ids::isValid);
            assertThat(item.attributes().keySet()).allMatch(Ids::isWellFormed);
            assertThat(item.attributes().values()).allMatch(Ids::isWellFormed);
            assertThat(item.price()).isNotInfinite();
        } else {
            DeadLetter letter = ((Message.Unreadable) message).letter();
            assertThat(letter.origin()).isEqualTo("topic/1@2");
            assertThat(letter.reason()).isNotBlank().matches(Ids::isWellFormed);
            assertThat(letter.text()).matches(Ids::isWellFormed);
        }
    }
}
