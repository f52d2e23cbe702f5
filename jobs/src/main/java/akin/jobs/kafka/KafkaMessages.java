package akin.jobs.kafka;

import akin.jobs.config.WireLimits;
import akin.jobs.wire.MessageReader;
import akin.models.catalog.Item;
import akin.models.event.DeadLetter;
import akin.models.event.Ids;
import akin.models.event.Message;
import akin.state.records.RecordTypes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Kafka records as messages: of events, or of the catalogue, where a record without value deletes the item it is keyed by. */
public final class KafkaMessages implements KafkaRecordDeserializationSchema<Message> {
    private final WireLimits limits;
    private final boolean catalog;
    private transient MessageReader reader;
    private transient Map<Integer, String> partitions;
    private transient Map<Integer, Long> positions;

    private KafkaMessages(WireLimits limits, boolean catalog) {
        this.limits = limits;
        this.catalog = catalog;
    }

    public static KafkaMessages ofEvents(WireLimits limits) {
        return new KafkaMessages(limits, false);
    }

    public static KafkaMessages ofCatalog(WireLimits limits) {
        return new KafkaMessages(limits, true);
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        reader = new MessageReader(limits);
        partitions = new HashMap<>();
        positions = new HashMap<>();
    }

    /** Returns the offset behind the last record that was read of a partition, -1 before any. */
    long position(int partition) {
        return positions.getOrDefault(partition, -1L);
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Message> out) {
        String origin = record.topic() + "/" + record.partition() + "@" + record.offset();
        positions.put(record.partition(), record.offset() + 1);
        if (record.value() == null) {
            out.collect(withoutValue(record, origin));
        } else if (catalog) {
            out.collect(reader.item(record.value(), record.timestamp(), origin));
        } else {
            out.collect(arrived(reader.event(record.value(), record.timestamp(), origin), record));
        }
    }

    /** No event is dated later than it arrived: one clock that is ahead makes nobody else late. */
    private Message arrived(Message message, ConsumerRecord<byte[], byte[]> record) {
        String partition = partitions.computeIfAbsent(record.partition(), number -> record.topic() + "/" + number);
        return message instanceof Message.ShopEvent happened && happened.timestamp() > record.timestamp()
                ? new Message.ShopEvent(happened.event().at(record.timestamp()), partition)
                : message.from(partition);
    }

    private Message withoutValue(ConsumerRecord<byte[], byte[]> record, String origin) {
        if (!catalog || record.key() == null) {
            return Message.of(DeadLetter.of(origin, "the message is empty", ""));
        }
        String itemId = new String(record.key(), StandardCharsets.UTF_8);
        boolean isUtf8 = Arrays.equals(itemId.getBytes(StandardCharsets.UTF_8), record.key());
        return isUtf8 && Ids.isValid(itemId)
                ? Message.of(Item.deleted(itemId, record.timestamp()))
                : Message.of(DeadLetter.of(origin, "the key is no item_id, allowed is " + Ids.ALLOWED, itemId));
    }

    @Override
    public TypeInformation<Message> getProducedType() {
        return RecordTypes.MESSAGE;
    }
}
