package akin.similar.publish;

import akin.similar.files.Manifest;
import akin.similar.files.Part;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends the catalogue messages of a run to Kafka, with the item's id as the key. */
public final class MessageSender {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Properties properties;
    private final String topic;

    /**
     * @param properties of the producer, {@code bootstrap.servers} among them
     */
    public MessageSender(Properties properties, String topic) {
        this.properties = new Properties();
        this.properties.putAll(properties);
        this.properties.put(ProducerConfig.ACKS_CONFIG, "all");
        this.properties.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, "20");
        this.topic = topic;
    }

    /**
     * Sends all.
     *
     * @param folder of the messages
     * @return how many, when Kafka has them all
     */
    public long send(Path folder) throws IOException {
        Manifest manifest = Manifest.read(folder);
        if (manifest == null) {
            throw new IOException("there are no messages in " + folder + ": run the workflow to its end first");
        }
        AtomicReference<Exception> failure = new AtomicReference<>();
        long sent = 0;
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (Part part : manifest.parts()) {
                sent += send(folder.resolve(part.file()), producer, failure);
            }
            producer.flush();
        } catch (KafkaException e) {
            failure.compareAndSet(null, e);
        }
        if (failure.get() != null) {
            throw new IOException(
                    "Kafka didn't take all messages: " + failure.get().getMessage(), failure.get());
        }
        return sent;
    }

    private long send(Path file, KafkaProducer<byte[], byte[]> producer, AtomicReference<Exception> failure)
            throws IOException {
        long sent = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null && failure.get() == null; line = lines.readLine()) {
                byte[] key = JSON.readTree(line).path("item_id").asText().getBytes(StandardCharsets.UTF_8);
                producer.send(
                        new ProducerRecord<>(topic, key, line.getBytes(StandardCharsets.UTF_8)), (to, problem) -> {
                            if (problem != null) {
                                failure.compareAndSet(null, problem);
                            }
                        });
                sent++;
            }
        }
        return sent;
    }
}
