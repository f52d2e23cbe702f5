package akin.jobs.kafka;

import akin.jobs.wire.Encoder;
import akin.jobs.wire.MessageWriter;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.util.function.SerializableFunction;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Messages as Kafka records: a key, and one JSON object as the value. */
final class KafkaRecords<T> implements KafkaRecordSerializationSchema<T> {
    private final String topic;
    private final SerializableFunction<T, String> key;
    private final Encoder<T> encoder;
    private transient MessageWriter writer;

    KafkaRecords(String topic, SerializableFunction<T, String> key, Encoder<T> encoder) {
        this.topic = topic;
        this.key = key;
        this.encoder = encoder;
    }

    @Override
    public void open(SerializationSchema.InitializationContext context, KafkaSinkContext sinkContext) {
        writer = new MessageWriter();
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(T element, KafkaSinkContext context, Long timestamp) {
        return new ProducerRecord<>(
                topic, key.apply(element).getBytes(StandardCharsets.UTF_8), encoder.encode(writer, element));
    }
}
