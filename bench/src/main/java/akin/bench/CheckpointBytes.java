package akin.bench;

import akin.jobs.config.AkinSettings;
import akin.models.event.EventType;
import akin.models.ranking.Ranking;
import akin.models.recommender.ShardInput;
import akin.models.recommender.Visit;
import akin.operators.ShardKeys;
import akin.operators.ShardsOperator;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.storage.JobManagerCheckpointStorage;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** How many bytes an incremental RocksDB checkpoint of one shard takes, by the share of items visited since the last. */
final class CheckpointBytes implements AutoCloseable {
    private static final int COMPANIONS = 5;
    private static final long START = 1_780_000_000_000L;

    private final int items;
    private final Random random;
    private final KeyedOneInputStreamOperatorTestHarness<Integer, ShardInput, Ranking> harness;
    private long sequence;
    private long checkpoint;

    /** What one checkpoint took. */
    record Taken(long bytes, long totalBytes, double flushMillis, double snapshotMillis) {}

    CheckpointBytes(AkinSettings settings, int items, long seed) throws Exception {
        this.items = items;
        random = new Random(seed);
        harness = new KeyedOneInputStreamOperatorTestHarness<>(
                new ShardsOperator(settings.recommender(), settings.shards(), false, Long.MAX_VALUE / 2, false),
                input -> ShardKeys.keyOf(0, 128),
                Types.INT,
                128,
                1,
                0);
        harness.setStateBackend(new EmbeddedRocksDBStateBackend(true));
        harness.setCheckpointStorage(new JobManagerCheckpointStorage(Integer.MAX_VALUE));
        harness.open();
    }

    /**
     * Visits so many items, each by a user of its own who had seen some items near it.
     *
     * @param scattered whether the items lie anywhere, rather than side by side
     */
    void visit(int n, boolean scattered) throws Exception {
        int first = random.nextInt(items);
        for (int i = 0; i < n; i++) {
            int item = scattered ? random.nextInt(items) : (first + i) % items;
            List<String> companions = new Random(item)
                    .ints(COMPANIONS, 1, 50)
                    .distinct()
                    .mapToObj(step -> "i" + (item + step) % items)
                    .toList();
            harness.processElement(new StreamRecord<ShardInput>(new Visit(
                    0,
                    START,
                    "u" + sequence,
                    sequence++,
                    EventType.VIEW,
                    "i" + item,
                    List.of(),
                    true,
                    true,
                    true,
                    false,
                    EventType.VIEW,
                    companions)));
        }
        harness.processWatermark(START + sequence);
        harness.getOutput().clear();
    }

    Taken checkpoint() throws Exception {
        long start = System.nanoTime();
        harness.getOneInputOperator().prepareSnapshotPreBarrier(++checkpoint);
        long flushed = System.nanoTime();
        OperatorSubtaskState state = harness.snapshot(checkpoint, checkpoint);
        long end = System.nanoTime();
        harness.notifyOfCompletedCheckpoint(checkpoint);
        return new Taken(
                state.getCheckpointedSize(), state.getStateSize(), (flushed - start) / 1e6, (end - flushed) / 1e6);
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }
}
