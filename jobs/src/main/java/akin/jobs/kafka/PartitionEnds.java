package akin.jobs.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Asks the leaders of partitions where these begin and end. */
final class PartitionEnds implements AutoCloseable {
    private static final long EVERY_MILLIS = 1000;
    private static final long PATIENCE_MILLIS = 2000;

    private final Admin admin;
    private final ListOffsetsOptions options;
    private final Executor later = CompletableFuture.delayedExecutor(EVERY_MILLIS, TimeUnit.MILLISECONDS);

    /**
     * @param consumer properties of those who read the partitions, which say what they are shown
     */
    PartitionEnds(Properties admin, Properties consumer) {
        this.admin = Admin.create(admin);
        String isolation = consumer.getProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "");
        options = new ListOffsetsOptions(
                isolation.equals("read_committed") ? IsolationLevel.READ_COMMITTED : IsolationLevel.READ_UNCOMMITTED);
    }

    /**
     * The answers to a question.
     *
     * @param when it was asked, epoch milliseconds
     * @param isHeard whether any broker answered
     * @param ranges of partitions whose leaders answered
     */
    record Answer(long when, boolean isHeard, Map<TopicPartition, Range> ranges) {}

    /** Offsets of the first record, and behind the last one. */
    record Range(long first, long last) {}

    /** Asks in a second; the answer comes in any case, and may be empty. */
    CompletableFuture<Answer> ask(Collection<TopicPartition> partitions) {
        return CompletableFuture.supplyAsync(() -> askNow(partitions), later).thenCompose(Function.identity());
    }

    private CompletableFuture<Answer> askNow(Collection<TopicPartition> partitions) {
        long when = System.currentTimeMillis();
        CompletableFuture<?> brokers =
                admin.describeCluster().nodes().toCompletionStage().toCompletableFuture();
        Map<TopicPartition, CompletableFuture<Range>> ranges = ranges(partitions);
        List<CompletableFuture<?>> all = new ArrayList<>(ranges.values());
        all.add(brokers);
        return CompletableFuture.allOf(all.toArray(new CompletableFuture<?>[0]))
                .exceptionally(problem -> null)
                .completeOnTimeout(null, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                .thenApply(done -> new Answer(when, isAnswered(brokers), answered(ranges)));
    }

    private Map<TopicPartition, CompletableFuture<Range>> ranges(Collection<TopicPartition> partitions) {
        ListOffsetsResult firsts = offsets(partitions, OffsetSpec.earliest());
        ListOffsetsResult lasts = offsets(partitions, OffsetSpec.latest());
        Map<TopicPartition, CompletableFuture<Range>> ranges = new HashMap<>();
        for (TopicPartition partition : partitions) {
            ranges.put(partition, offset(firsts, partition).thenCombine(offset(lasts, partition), Range::new));
        }
        return ranges;
    }

    private ListOffsetsResult offsets(Collection<TopicPartition> partitions, OffsetSpec which) {
        return admin.listOffsets(
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> which)), options);
    }

    private static CompletableFuture<Long> offset(ListOffsetsResult offsets, TopicPartition partition) {
        return offsets.partitionResult(partition)
                .toCompletionStage()
                .thenApply(ListOffsetsResult.ListOffsetsResultInfo::offset)
                .toCompletableFuture();
    }

    private static Map<TopicPartition, Range> answered(Map<TopicPartition, CompletableFuture<Range>> ranges) {
        Map<TopicPartition, Range> answered = new HashMap<>();
        ranges.forEach((partition, range) -> {
            if (isAnswered(range)) {
                answered.put(partition, range.join());
            }
        });
        return answered;
    }

    private static boolean isAnswered(CompletableFuture<?> question) {
        return question.isDone() && !question.isCompletedExceptionally();
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
