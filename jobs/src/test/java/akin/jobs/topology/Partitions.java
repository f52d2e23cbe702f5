package akin.jobs.topology;

import akin.models.event.Message;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Partitions in memory, dealt out to readers at random, of which each reader takes messages in random turns. The first may be
 * read to its end before any other one is begun.
 */
final class Partitions implements Source<Message, Partitions.Partition, Void> {
    private static final long serialVersionUID = 1;

    private static List<List<Message>> partitions;
    private static volatile boolean isFirstToCome;
    private final long seed;

    /**
     * @param messages of each partition; those of the last instance count, since messages are not serializable
     * @param isFirstAlone whether the first is far ahead of all others
     */
    Partitions(List<List<Message>> messages, long seed, boolean isFirstAlone) {
        partitions = messages;
        isFirstToCome = isFirstAlone;
        this.seed = seed;
    }

    /** A partition from a position on. */
    record Partition(int number, int position) implements SourceSplit {
        @Override
        public String splitId() {
            return String.valueOf(number);
        }
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.BOUNDED;
    }

    @Override
    public SourceReader<Message, Partition> createReader(SourceReaderContext context) {
        return new Reader(new Random(seed + context.getIndexOfSubtask()));
    }

    @Override
    public SplitEnumerator<Partition, Void> createEnumerator(SplitEnumeratorContext<Partition> context) {
        return new Dealer(context, new Random(seed));
    }

    @Override
    public SplitEnumerator<Partition, Void> restoreEnumerator(SplitEnumeratorContext<Partition> context, Void state) {
        throw new UnsupportedOperationException();
    }

    /** Deals as soon as all readers are there. */
    private record Dealer(SplitEnumeratorContext<Partition> context, Random random)
            implements SplitEnumerator<Partition, Void> {
        @Override
        public void addReader(int subtask) {
            if (context.registeredReaders().size() < context.currentParallelism()) {
                return;
            }
            List<Integer> numbers = new ArrayList<>();
            for (int number = 0; number < partitions.size(); number++) {
                numbers.add(number);
            }
            Collections.shuffle(numbers, random);
            for (int i = 0; i < numbers.size(); i++) {
                context.assignSplit(new Partition(numbers.get(i), 0), i % context.currentParallelism());
            }
            for (int reader = 0; reader < context.currentParallelism(); reader++) {
                context.signalNoMoreSplits(reader);
            }
        }

        @Override
        public void start() {}

        @Override
        public void handleSplitRequest(int subtask, String host) {}

        @Override
        public void addSplitsBack(List<Partition> splits, int subtask) {}

        @Override
        public Void snapshotState(long checkpoint) {
            return null;
        }

        @Override
        public void close() {}
    }

    private static final class Reader implements SourceReader<Message, Partition> {
        private final Random random;
        private final CompletableFuture<Void> available = new CompletableFuture<>();
        private final List<Partition> left = new ArrayList<>();
        private boolean isAll;

        Reader(Random random) {
            this.random = random;
        }

        @Override
        public InputStatus pollNext(ReaderOutput<Message> output) {
            if (left.isEmpty()) {
                return isAll ? InputStatus.END_OF_INPUT : InputStatus.NOTHING_AVAILABLE;
            }
            int turn = random.nextInt(left.size());
            Partition partition = left.get(turn);
            if (isFirstToCome && partition.number() != 0) {
                return InputStatus.MORE_AVAILABLE;
            }
            List<Message> messages = partitions.get(partition.number());
            Message message = messages.get(partition.position());
            output.createOutputForSplit(partition.splitId()).collect(message, message.timestamp());
            if (partition.position() + 1 == messages.size()) {
                left.remove(turn);
                isFirstToCome &= partition.number() != 0;
                output.releaseOutputForSplit(partition.splitId());
            } else {
                left.set(turn, new Partition(partition.number(), partition.position() + 1));
            }
            return InputStatus.MORE_AVAILABLE;
        }

        @Override
        public void addSplits(List<Partition> splits) {
            left.addAll(splits);
        }

        @Override
        public void notifyNoMoreSplits() {
            isAll = true;
            available.complete(null);
        }

        @Override
        public CompletableFuture<Void> isAvailable() {
            return available;
        }

        @Override
        public void start() {}

        @Override
        public List<Partition> snapshotState(long checkpoint) {
            return List.copyOf(left);
        }

        @Override
        public void close() {}
    }

    @Override
    public SimpleVersionedSerializer<Partition> getSplitSerializer() {
        return new SimpleVersionedSerializer<>() {
            @Override
            public int getVersion() {
                return 1;
            }

            @Override
            public byte[] serialize(Partition partition) {
                return ByteBuffer.allocate(8)
                        .putInt(partition.number())
                        .putInt(partition.position())
                        .array();
            }

            @Override
            public Partition deserialize(int version, byte[] bytes) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                return new Partition(buffer.getInt(), buffer.getInt());
            }
        };
    }

    /** No checkpoints are taken. */
    @Override
    public SimpleVersionedSerializer<Void> getEnumeratorCheckpointSerializer() {
        return new SimpleVersionedSerializer<>() {
            @Override
            public int getVersion() {
                return 1;
            }

            @Override
            public byte[] serialize(Void nothing) {
                return new byte[0];
            }

            @Override
            public Void deserialize(int version, byte[] bytes) {
                return null;
            }
        };
    }
}
