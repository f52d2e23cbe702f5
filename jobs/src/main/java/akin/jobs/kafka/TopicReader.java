package akin.jobs.kafka;

import akin.models.event.Message;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.InputStatus;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the partitions of one topic, and leaves those of others alone that a savepoint still has. Among the messages of a
 * partition it says up to when all has come, so that event time can go on where nothing comes.
 */
final class TopicReader implements SourceReader<Message, KafkaPartitionSplit> {
    private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);

    /** A reader that was given no partition by this question gets none. */
    private static final int UNUSED = 10;

    private final String topic;
    private final KafkaMessages messages;
    private final Duration idleness;
    private final PartitionEnds ends;
    private final SourceReader<Message, KafkaPartitionSplit> reader;

    private final Map<TopicPartition, PartitionProgress> partitions = new LinkedHashMap<>();
    private CompletableFuture<PartitionEnds.Answer> answer;
    private int questions;

    /**
     * @param messages what {@code reader} makes messages with
     * @param idleness a partition without messages for so long is quiet
     */
    TopicReader(
            String topic,
            KafkaMessages messages,
            Duration idleness,
            PartitionEnds ends,
            SourceReader<Message, KafkaPartitionSplit> reader) {
        this.topic = topic;
        this.messages = messages;
        this.idleness = idleness;
        this.ends = ends;
        this.reader = reader;
        answer = ends.ask(Set.of());
    }

    @Override
    public void addSplits(List<KafkaPartitionSplit> splits) {
        List<KafkaPartitionSplit> own =
                splits.stream().filter(split -> split.getTopic().equals(topic)).toList();
        if (own.size() < splits.size()) {
            LOG.warn(
                    "The savepoint has read another topic than {}, which is no longer read: {}",
                    topic,
                    splits.stream().filter(split -> !own.contains(split)).toList());
        }
        for (KafkaPartitionSplit split : own) {
            String name = topic + "/" + split.getPartition();
            partitions.put(split.getTopicPartition(), new PartitionProgress(name, split.getStartingOffset(), idleness));
        }
        reader.addSplits(own);
    }

    @Override
    public void start() {
        reader.start();
    }

    @Override
    public InputStatus pollNext(ReaderOutput<Message> output) throws Exception {
        InputStatus status = reader.pollNext(output);
        if (answer.isDone()) {
            tell(answer.join(), status == InputStatus.NOTHING_AVAILABLE, output);
            answer = ends.ask(Set.copyOf(partitions.keySet()));
        }
        return status;
    }

    private void tell(PartitionEnds.Answer answers, boolean isDrained, ReaderOutput<Message> output) {
        questions++;
        if (partitions.isEmpty() && questions >= UNUSED) {
            output.collect(new Message.Away(Message.ONLY));
        }
        partitions.forEach((partition, progress) -> {
            PartitionEnds.Range range = answers.ranges().get(partition);
            Message message = range == null
                    ? progress.silent(answers.isHeard())
                    : progress.answered(
                            answers.when(),
                            range.first(),
                            range.last(),
                            messages.position(partition.partition()),
                            isDrained);
            if (message != null) {
                output.createOutputForSplit(KafkaPartitionSplit.toSplitId(partition))
                        .collect(message);
            }
        });
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return CompletableFuture.anyOf(reader.isAvailable(), answer).thenApply(any -> null);
    }

    @Override
    public List<KafkaPartitionSplit> snapshotState(long checkpoint) {
        return reader.snapshotState(checkpoint);
    }

    @Override
    public void notifyNoMoreSplits() {
        reader.notifyNoMoreSplits();
    }

    @Override
    public void handleSourceEvents(SourceEvent event) {
        reader.handleSourceEvents(event);
    }

    @Override
    public void notifyCheckpointComplete(long checkpoint) throws Exception {
        reader.notifyCheckpointComplete(checkpoint);
    }

    @Override
    public void notifyCheckpointAborted(long checkpoint) throws Exception {
        reader.notifyCheckpointAborted(checkpoint);
    }

    @Override
    public void pauseOrResumeSplits(Collection<String> toPause, Collection<String> toResume) {
        reader.pauseOrResumeSplits(toPause, toResume);
    }

    @Override
    public void close() throws Exception {
        ends.close();
        reader.close();
    }
}
