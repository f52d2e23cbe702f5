package akin.jobs.config;

import akin.models.settings.Checks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.provider.EnvVarConfigProvider;

/**
 * Where Kafka is and how it is talked to.
 *
 * @param clients properties of the clients
 */
public record KafkaSettings(
        String bootstrapServers,
        String group,
        Delivery delivery,
        Duration transactionTimeout,
        StartAt startAt,
        Topics topics,
        Clients clients) {
    private static final String PROVIDERS = AbstractConfig.CONFIG_PROVIDERS_CONFIG;
    private static final Duration SHORTEST_TIMEOUT = Duration.ofSeconds(1);

    /** How rankings are delivered. */
    public enum Delivery {
        AT_LEAST_ONCE,
        EXACTLY_ONCE
    }

    /** Names of topics. */
    public record Topics(
            String events,
            String catalog,
            String rankings,
            String metrics,
            String deadLetters,
            String late,
            String control) {}

    /**
     * Properties by kind of client. What they refer to, in the environment or in files, is there when they are read, and is
     * looked up again by each client that is made: no secret travels with the job.
     *
     * @param all for every client; those of its kind are laid over them
     */
    public record Clients(
            Map<String, String> all,
            Map<String, String> consumer,
            Map<String, String> producer,
            Map<String, String> admin) {
        private Map<String, Map<String, String>> byName() {
            return Map.of(
                    "kafka.properties",
                    all,
                    "kafka.consumer",
                    consumer,
                    "kafka.producer",
                    producer,
                    "kafka.admin",
                    admin);
        }

        @Override
        public String toString() {
            return Secrets.redact("properties", new TreeMap<>(all)) + ", "
                    + Secrets.redact("consumer", new TreeMap<>(consumer)) + ", "
                    + Secrets.redact("producer", new TreeMap<>(producer)) + ", "
                    + Secrets.redact("admin", new TreeMap<>(admin));
        }
    }

    public KafkaSettings {
        Checks.of("kafka")
                .range("transaction_timeout", transactionTimeout, SHORTEST_TIMEOUT, Checks.LONGEST)
                .verify();
    }

    static KafkaSettings of(Config config) {
        return config.make(() -> new KafkaSettings(
                config.text("kafka.bootstrap_servers"),
                config.text("kafka.group"),
                config.choice("kafka.delivery", Delivery.class),
                config.duration("kafka.transaction_timeout"),
                startAt(config),
                new Topics(
                        config.text("kafka.topics.events"),
                        config.text("kafka.topics.catalog"),
                        config.text("kafka.topics.rankings"),
                        config.text("kafka.topics.metrics"),
                        config.text("kafka.topics.dead_letters"),
                        config.text("kafka.topics.late"),
                        config.text("kafka.topics.control")),
                new Clients(
                        properties(config, "kafka.properties"),
                        properties(config, "kafka.consumer"),
                        properties(config, "kafka.producer"),
                        properties(config, "kafka.admin"))));
    }

    private static StartAt startAt(Config config) {
        String text = config.text("kafka.start_at");
        try {
            return StartAt.of(text);
        } catch (IllegalArgumentException e) {
            config.problem("kafka.start_at", text, StartAt.ALLOWED);
            return StartAt.of("savepoint");
        }
    }

    private static Map<String, String> properties(Config config, String name) {
        Map<String, String> properties = config.map(name);
        properties.forEach((key, value) -> {
            try {
                Secrets.require(value, System.getenv());
            } catch (IllegalArgumentException e) {
                config.problem(name + "." + key, value, e.getMessage());
            }
        });
        return properties;
    }

    /** What the consumers of events and catalogue are given. */
    public Properties consumer() {
        return properties(clients.consumer());
    }

    /** What the producers of all that goes out are given. */
    public Properties producer() {
        return properties(clients.producer());
    }

    /** What the clients that look at topics are given. */
    public Properties admin() {
        return properties(clients.admin());
    }

    private Properties properties(Map<String, String> ofKind) {
        Properties properties = new Properties();
        properties.putAll(clients.all());
        properties.putAll(ofKind);
        properties.put("bootstrap.servers", bootstrapServers);
        if (properties.values().stream().anyMatch(value -> Secrets.refers(value.toString()))) {
            provide(properties);
        }
        return properties;
    }

    /** Says who gives what is referred to, besides whom the user named. */
    private static void provide(Properties properties) {
        properties.merge(PROVIDERS, "env,file", (users, own) -> users + "," + own);
        properties.put(PROVIDERS + ".env.class", EnvVarConfigProvider.class.getName());
        properties.put(PROVIDERS + ".file.class", SecretFiles.class.getName());
    }

    /** Keys of secrets that are written out, and so travel with the job: its graph lies in high-availability storage. */
    public List<String> secretsWrittenOut() {
        return clients.byName().entrySet().stream()
                .flatMap(kind -> kind.getValue().entrySet().stream()
                        .filter(property -> Secrets.isWrittenOut(property.getKey(), property.getValue()))
                        .map(property -> kind.getKey() + "." + property.getKey()))
                .sorted()
                .toList();
    }

    @Override
    public String toString() {
        return "Kafka at " + bootstrapServers + ", " + topics + ", " + delivery + ", " + clients;
    }
}
