package akin.jobs.kafka;

import akin.models.event.Message;
import java.time.Duration;
import java.util.Properties;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * A topic by Flink's source, which by itself would go on with any partition of its state: when a job is given another
 * topic, the old one is no longer read.
 *
 * @param messages what the source makes messages with
 * @param idleness a partition without messages for so long is quiet
 * @param admin properties of who asks where partitions end
 * @param consumer properties of who reads them
 */
record TopicSource(
        String topic,
        KafkaMessages messages,
        Duration idleness,
        Properties admin,
        Properties consumer,
        KafkaSource<Message> source)
        implements Source<Message, KafkaPartitionSplit, KafkaSourceEnumState> {
    @Override
    public Boundedness getBoundedness() {
        return source.getBoundedness();
    }

    @Override
    public SourceReader<Message, KafkaPartitionSplit> createReader(SourceReaderContext context) throws Exception {
        SourceReader<Message, KafkaPartitionSplit> reader = source.createReader(context);
        return new TopicReader(topic, messages, idleness, new PartitionEnds(admin, consumer), reader);
    }

    @Override
    public SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> createEnumerator(
            SplitEnumeratorContext<KafkaPartitionSplit> context) {
        return source.createEnumerator(context);
    }

    @Override
    public SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> restoreEnumerator(
            SplitEnumeratorContext<KafkaPartitionSplit> context, KafkaSourceEnumState state) throws Exception {
        return source.restoreEnumerator(context, state);
    }

    @Override
    public SimpleVersionedSerializer<KafkaPartitionSplit> getSplitSerializer() {
        return source.getSplitSerializer();
    }

    @Override
    public SimpleVersionedSerializer<KafkaSourceEnumState> getEnumeratorCheckpointSerializer() {
        return source.getEnumeratorCheckpointSerializer();
    }
}
