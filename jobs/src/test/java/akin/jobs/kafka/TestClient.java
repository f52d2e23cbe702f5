package akin.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import akin.jobs.wire.MessageWriter;
import akin.models.event.Event;
import akin.models.event.EventType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The shop's side of the topics. */
public final class TestClient {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String bootstrapServers;

    public TestClient(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** One request at a time: of several, the first can be lost to a topic that is just being made (KAFKA-15591). */
    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "max.in.flight.requests.per.connection", "1"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public void send(String topic, String key, String value) throws Exception {
        send(List.of(new ProducerRecord<>(topic, bytes(key), bytes(value))));
    }

    private void send(List<ProducerRecord<byte[], byte[]>> records) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            List<Future<RecordMetadata>> stored =
                    records.stream().map(producer::send).toList();
            for (Future<RecordMetadata> record : stored) {
                record.get();
            }
        }
    }

    /** Sends the views numbered from one number to before another, dated now. */
    public void sendViews(String topic, int from, int to) throws Exception {
        long now = System.currentTimeMillis();
        List<ProducerRecord<byte[], byte[]>> views = new ArrayList<>();
        for (int i = from; i < to; i++) {
            Event event = Event.of("e" + i, "u" + i % 17, "i" + i % 23, EventType.VIEW, now + i, null);
            views.add(new ProducerRecord<>(topic, bytes(event.userId()), new MessageWriter().event(event)));
        }
        send(views);
    }

    /** When the first message came into a topic that is as asked for. */
    public long arrival(String topic, Predicate<JsonNode> asked) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(topic)) {
            while (System.nanoTime() < deadline) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    if (asked.test(JSON.readTree(record.value()))) {
                        return record.timestamp();
                    }
                }
            }
        }
        throw new AssertionError("no message in " + topic + " is as asked for");
    }

    private KafkaConsumer<byte[], byte[]> consumer(String topic) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "group.id",
                "reader-" + topic + System.nanoTime(),
                "auto.offset.reset",
                "earliest",
                "isolation.level",
                "read_committed");
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(topic));
        return consumer;
    }

    /** Reads committed messages of a topic until there are as many different ids, or patience is at its end. */
    public List<JsonNode> read(String topic, String idField, int distinct) throws IOException {
        List<JsonNode> messages = new ArrayList<>();
        Set<String> ids = new TreeSet<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(topic)) {
            while (ids.size() < distinct && System.nanoTime() < deadline) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    JsonNode message = JSON.readTree(record.value());
                    messages.add(message);
                    ids.add(message.get(idField).asText());
                }
            }
        }
        assertThat(ids).as("different messages in " + topic).hasSizeGreaterThanOrEqualTo(distinct);
        return messages;
    }
}
