package akin.bench;

import akin.jobs.config.WireLimits;
import akin.jobs.kafka.KafkaMessages;
import akin.models.event.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Records of Kafka's read as the job reads them, without a broker. */
public final class Records {
    private final KafkaMessages events;
    private final KafkaMessages catalog;
    private long offset;

    public Records(WireLimits limits) {
        events = KafkaMessages.ofEvents(limits);
        events.open(null);
        catalog = KafkaMessages.ofCatalog(limits);
        catalog.open(null);
    }

    /**
     * Reads an event's record.
     *
     * @param arrival epoch milliseconds
     * @param value or null
     */
    public Message event(int partition, long arrival, String key, byte[] value) {
        return read(events, record("events", partition, arrival, key, value));
    }

    /** Reads a record of the catalogue. */
    public Message item(int partition, long arrival, String key, byte[] value) {
        return read(catalog, record("catalog", partition, arrival, key, value));
    }

    private ConsumerRecord<byte[], byte[]> record(String topic, int partition, long arrival, String key, byte[] value) {
        return new ConsumerRecord<>(
                topic,
                partition,
                offset++,
                arrival,
                TimestampType.CREATE_TIME,
                key.length(),
                value == null ? 0 : value.length,
                key.getBytes(StandardCharsets.UTF_8),
                value,
                new RecordHeaders(),
                Optional.empty());
    }

    private static Message read(KafkaMessages reader, ConsumerRecord<byte[], byte[]> record) {
        List<Message> read = new ArrayList<>(1);
        reader.deserialize(record, new Into(read));
        return read.get(0);
    }

    private record Into(List<Message> list) implements Collector<Message> {
        @Override
        public void collect(Message message) {
            list.add(message);
        }

        @Override
        public void close() {}
    }
}
