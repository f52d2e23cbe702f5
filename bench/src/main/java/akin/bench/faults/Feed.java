package akin.bench.faults;

import akin.bench.faults.Traffic.Sent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends the events at a pace, whatever happens to those who read them. Keeps their order when the broker dies. */
final class Feed implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 300_000;

    private final KafkaProducer<byte[], byte[]> producer;
    private final String topic;
    private final List<Sent> messages;
    private final Thread sender = new Thread(this::send, "feed");
    private volatile double perSecond;
    private volatile int sent;
    private volatile boolean ending;
    private volatile Exception failure;

    Feed(String brokers, String topic, List<Sent> messages, double perSecond) {
        producer = producer(brokers);
        this.topic = topic;
        this.messages = messages;
        this.perSecond = perSecond;
    }

    private static KafkaProducer<byte[], byte[]> producer(String brokers) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                        ProducerConfig.LINGER_MS_CONFIG, 5,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Sends all at once and waits until they are stored. */
    static void all(String brokers, String topic, List<Sent> messages) {
        try (KafkaProducer<byte[], byte[]> producer = producer(brokers)) {
            messages.forEach(message -> producer.send(record(topic, null, message)));
        }
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, Integer partition, Sent message) {
        return new ProducerRecord<>(
                topic, partition, message.timestamp(), message.key().getBytes(StandardCharsets.UTF_8), message.value());
    }

    void start() {
        sender.start();
    }

    private void send() {
        long due = System.nanoTime();
        while (sent < messages.size() && !ending) {
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(Math.min(wait, 1_000_000));
            }
            send(null, messages.get(sent));
            due += (long) (1e9 / perSecond);
            sent++;
        }
    }

    private void send(Integer partition, Sent message) {
        producer.send(record(topic, partition, message), (stored, problem) -> {
            if (problem != null) {
                failure = problem;
            }
        });
    }

    /** Messages sent so far. */
    int sent() {
        return sent;
    }

    /** From now on as fast as it goes. */
    void hurry() {
        perSecond = 1e9;
    }

    /** Waits until all is sent, then sends to each partition what makes event time pass the rest. */
    void finish(List<Sent> last) throws InterruptedException {
        sender.join();
        for (int partition = 0; partition < last.size(); partition++) {
            send(partition, last.get(partition));
        }
        producer.flush();
        if (failure != null) {
            throw new IllegalStateException("not all events were stored: " + failure.getMessage(), failure);
        }
    }

    @Override
    public void close() throws InterruptedException {
        ending = true;
        sender.join();
        producer.close();
    }
}
