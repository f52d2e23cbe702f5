package akin.jobs.config;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where Kafka is and how it is talked to.
 *
 * @param properties for every client; secrets are resolved here and never printed
 */
public record KafkaSettings(
        String bootstrapServers,
        String group,
        Delivery delivery,
        Duration transactionTimeout,
        Topics topics,
        Map<String, String> properties) {

    /** How rankings are delivered. */
    public enum Delivery {
        AT_LEAST_ONCE,
        EXACTLY_ONCE
    }

    /** Names of topics. */
    public record Topics(
            String events, String catalog, String rankings, String metrics, String deadLetters, String late) {}

    @Override
    public String toString() {
        return "Kafka at " + bootstrapServers + ", " + topics + ", " + delivery + ", "
                + Secrets.redact("properties", new TreeMap<>(properties));
    }
}
