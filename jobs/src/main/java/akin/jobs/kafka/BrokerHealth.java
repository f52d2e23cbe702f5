package akin.jobs.kafka;

import akin.operators.SourceHealth;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * Asks the leaders of all partitions of a topic, each second, where they end. Who sends and could not reach them needs a
 * moment to send what was kept, so that only steady answers count.
 */
final class BrokerHealth implements SourceHealth {
    private static final long serialVersionUID = 1;
    private static final long EVERY = 1_000_000_000;
    private static final long STEADY = 3 * EVERY;

    private final Properties properties;
    private final String topic;

    private transient Admin admin;
    private transient volatile Map<TopicPartition, OffsetSpec> ends;
    private transient KafkaFuture<?> question;
    private transient long asked;
    private transient long since;

    /**
     * @param properties of the admin client, with the broker's address
     */
    BrokerHealth(Properties properties, String topic) {
        this.properties = properties;
        this.topic = topic;
    }

    @Override
    public void open() {
        admin = Admin.create(properties);
        since = System.nanoTime();
        ask(since);
    }

    @Override
    public boolean isAnswering() {
        long now = System.nanoTime();
        if (question.isDone()) {
            since = isAnswered() ? since : now;
            if (now - asked >= EVERY) {
                ask(now);
            }
        } else if (now - asked > 2 * EVERY) {
            since = now;
        }
        return now - since >= STEADY;
    }

    private void ask(long now) {
        asked = now;
        question = ends == null
                ? admin.describeTopics(List.of(topic))
                        .topicNameValues()
                        .get(topic)
                        .thenApply(this::partitions)
                : admin.listOffsets(ends).all();
    }

    private Void partitions(TopicDescription description) {
        ends = description.partitions().stream()
                .collect(Collectors.toMap(
                        partition -> new TopicPartition(topic, partition.partition()),
                        partition -> OffsetSpec.latest()));
        return null;
    }

    private boolean isAnswered() {
        try {
            question.get();
            return true;
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }
}
