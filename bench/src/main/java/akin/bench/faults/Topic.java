package akin.bench.faults;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads one topic from its start; of transactions only what was committed. */
final class Topic implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Collection<TopicPartition> partitions;

    Topic(String brokers, String name) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        brokers,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        200),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        partitions = consumer.partitionsFor(name).stream()
                .map(partition -> new TopicPartition(name, partition.partition()))
                .toList();
        consumer.assign(partitions);
    }

    /** Gives what has come to {@code reader}: keys, and times at which they were written. */
    int poll(BiConsumer<String, Long> reader) {
        int records = 0;
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            reader.accept(new String(record.key(), StandardCharsets.UTF_8), record.timestamp());
            records++;
        }
        return records;
    }

    /** Gives all that is there now. */
    void readAll(BiConsumer<String, Long> reader) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
            poll(reader);
        }
    }

    /** Keys of all that is there now. */
    static List<String> keys(String brokers, String name) {
        try (Topic topic = new Topic(brokers, name)) {
            List<String> keys = new ArrayList<>();
            topic.readAll((key, timestamp) -> keys.add(key));
            return keys;
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
