package akin.jobs.kafka;

import akin.models.event.Message;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.InputStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the partitions of one topic, and leaves those of others alone that a savepoint still has. */
record TopicReader(String topic, SourceReader<Message, KafkaPartitionSplit> reader)
        implements SourceReader<Message, KafkaPartitionSplit> {
    private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);

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
        reader.addSplits(own);
    }

    @Override
    public void start() {
        reader.start();
    }

    @Override
    public InputStatus pollNext(ReaderOutput<Message> output) throws Exception {
        return reader.pollNext(output);
    }

    @Override
    public List<KafkaPartitionSplit> snapshotState(long checkpoint) {
        return reader.snapshotState(checkpoint);
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return reader.isAvailable();
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
        reader.close();
    }
}
