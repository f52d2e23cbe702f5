package akin.jobs.kafka;

import akin.jobs.config.KafkaSettings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;

/** Looks at start whether the topics are there: a missing one would make the job restart for ever. */
public final class Topics {
    private static final int TIMEOUT_SECONDS = 20;
    private static final Map<String, String> COMPACTED =
            Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);

    private final KafkaSettings settings;
    private final boolean hasControl;

    /** All topics but that of control. */
    public Topics(KafkaSettings settings) {
        this(settings, false);
    }

    /**
     * @param hasControl whether the control topic is read
     */
    public Topics(KafkaSettings settings, boolean hasControl) {
        this.settings = settings;
        this.hasControl = hasControl;
    }

    /**
     * Checks the topics.
     *
     * @param create whether missing ones are made, with the broker's defaults
     * @throws IllegalStateException which says what is missing, or that Kafka can't be reached
     */
    public void check(boolean create) throws InterruptedException {
        Properties properties = settings.admin();
        String timeout = String.valueOf(TIMEOUT_SECONDS * 1000);
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout);
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeout);
        try (Admin admin = Admin.create(properties)) {
            List<String> missing = missing(admin);
            if (!missing.isEmpty() && !create) {
                throw new IllegalStateException("these topics are missing at " + settings.bootstrapServers()
                        + ", or this user may not see them: " + String.join(", ", missing)
                        + "; make them, or start with --create-topics");
            }
            create(admin, missing);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new IllegalStateException(
                    "Kafka at " + settings.bootstrapServers() + " can't be used: " + reasons(e), e);
        }
    }

    /** What the failure and its causes say, each once: Kafka's clients tell the reason last. */
    private static String reasons(Throwable failure) {
        Set<String> reasons = new LinkedHashSet<>();
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof TimeoutException || at instanceof org.apache.kafka.common.errors.TimeoutException) {
                reasons.add("no answer in " + TIMEOUT_SECONDS + " s; check the address and security.protocol");
            } else if (at.getMessage() != null && !(at instanceof ExecutionException)) {
                reasons.add(at.getMessage());
            }
        }
        return String.join(": ", reasons);
    }

    private List<String> missing(Admin admin) throws InterruptedException, ExecutionException, TimeoutException {
        Set<String> present = admin.listTopics().names().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        KafkaSettings.Topics topics = settings.topics();
        List<String> missing = new ArrayList<>(List.of(
                topics.events(),
                topics.catalog(),
                topics.rankings(),
                topics.metrics(),
                topics.deadLetters(),
                topics.late()));
        if (hasControl) {
            missing.add(topics.control());
        }
        missing.removeAll(present);
        return missing;
    }

    /** Of the catalogue the last message of each item is kept, of all others what the broker's retention says. */
    private void create(Admin admin, List<String> names)
            throws InterruptedException, ExecutionException, TimeoutException {
        List<NewTopic> topics = names.stream()
                .map(name -> new NewTopic(name, Optional.empty(), Optional.empty())
                        .configs(name.equals(settings.topics().catalog()) ? COMPACTED : Map.of()))
                .toList();
        admin.createTopics(topics).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }
}
