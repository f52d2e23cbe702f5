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

/** Sends messages as they arrive, whatever happens to those who read them. Keeps their order when the broker dies. */
final class Feed implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 300_000;

    private final KafkaProducer<byte[], byte[]> producer;
    private final String events;
    private final String catalog;
    private final List<Sent> messages;
    private final Thread sender = new Thread(this::send, "feed");
    private volatile int sent;
    private volatile boolean ending;
    private volatile Exception failure;

    /**
     * @param events topic of events
     * @param catalog topic of catalogue changes
     */
    Feed(String brokers, String events, String catalog, List<Sent> messages) {
        producer = producer(brokers);
        this.events = events;
        this.catalog = catalog;
        this.messages = messages;
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

    private ProducerRecord<byte[], byte[]> record(Sent message) {
        return new ProducerRecord<>(
                message.isItem() ? catalog : events,
                message.partition(),
                message.timestamp(),
                message.key().getBytes(StandardCharsets.UTF_8),
                message.value());
    }

    void start() {
        sender.start();
    }

    private void send() {
        while (sent < messages.size() && !ending) {
            Sent message = messages.get(sent);
            for (long wait = wait(message); wait > 0 && !ending; wait = wait(message)) {
                LockSupport.parkNanos(Math.min(wait, 1) * 1_000_000);
            }
            send(message);
            sent++;
        }
    }

    private static long wait(Sent message) {
        return message.timestamp() - System.currentTimeMillis();
    }

    private void send(Sent message) {
        producer.send(record(message), (stored, problem) -> {
            if (problem != null) {
                failure = problem;
            }
        });
    }

    /** Messages sent so far. */
    int sent() {
        return sent;
    }

    /** Waits until all is sent, then sends to each partition what makes event time pass the rest. */
    void finish(List<Sent> last) throws InterruptedException {
        sender.join();
        last.forEach(this::send);
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
