package akin.bench;

import akin.jobs.config.AkinSettings;
import akin.jobs.config.CheckpointSettings;
import akin.models.event.EventType;
import akin.models.ranking.Ranking;
import akin.models.recommender.Recommender;
import akin.models.shard.ShardInput;
import akin.models.shard.Visit;
import akin.operators.ShardsOperator;
import akin.operators.ShardsOptions;
import akin.state.ShardKeys;
import akin.state.pages.PageCompaction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.runtime.state.storage.FileSystemCheckpointStorage;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** What a checkpoint of one shard takes; on RocksDB it is incremental. */
final class CheckpointBytes implements AutoCloseable {
    private static final ShardsOptions OPTIONS =
            new ShardsOptions(false, Duration.ofDays(100_000), false, Duration.ZERO, 1, Integer.MAX_VALUE);

    private static final int COMPANIONS = 5;
    private static final int TOGETHER = 10_000;
    private static final long START = 1_780_000_000_000L;

    private final AkinSettings settings;
    private final int items;
    private final Random random;
    private final Path folder;
    private KeyedOneInputStreamOperatorTestHarness<Integer, ShardInput, Ranking> harness;
    private OperatorSubtaskState last;
    private final Recommender twin;
    private final Map<String, byte[]> pages = new HashMap<>();
    private long sequence;
    private long checkpoint;

    /** What one checkpoint took. */
    record Taken(long bytes, long totalBytes, double flushMillis, double snapshotMillis) {}

    /** What changed in memory since the last look: numbers, and the pages they are in, in bytes. */
    record Changed(long numbers, long pages) {}

    /**
     * @param folder where checkpoints lie
     * @param counting whether {@link #changed} is wanted, which costs a second model
     */
    CheckpointBytes(AkinSettings settings, int items, long seed, Path folder, boolean counting) throws Exception {
        twin = counting ? new Recommender(settings.recommender()) : null;
        this.settings = settings;
        this.items = items;
        this.folder = folder;
        random = new Random(seed);
        open();
    }

    private void open() throws Exception {
        harness = new KeyedOneInputStreamOperatorTestHarness<>(
                new ShardsOperator(settings.recommender(), settings.shards(), OPTIONS),
                input -> ShardKeys.keyOf(0, 128),
                Types.INT,
                128,
                1,
                0);
        boolean rocksdb = settings.checkpoints().stateBackend() == CheckpointSettings.StateBackend.ROCKSDB;
        harness.setStateBackend(rocksdb ? rocksdb() : new HashMapStateBackend());
        harness.setCheckpointStorage(new FileSystemCheckpointStorage(folder.toUri()));
        if (last != null) {
            harness.initializeState(last);
        }
        harness.open();
    }

    private static StateBackend rocksdb() {
        EmbeddedRocksDBStateBackend backend = new EmbeddedRocksDBStateBackend(true);
        backend.setRocksDBOptions(new PageCompaction());
        return backend;
    }

    /** Ends the operator and starts another from the last checkpoint; gives the seconds that this one needed. */
    double restore() throws Exception {
        harness.close();
        long start = System.nanoTime();
        open();
        return (System.nanoTime() - start) / 1e9;
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
            Visit visit = new Visit(
                    0,
                    START,
                    "u" + sequence,
                    sequence++,
                    sequence,
                    EventType.VIEW,
                    "i" + item,
                    companions,
                    true,
                    true,
                    true,
                    true,
                    EventType.VIEW,
                    companions);
            harness.processElement(new StreamRecord<>(visit));
            if (twin != null) {
                twin.learn(visit);
            }
            if (i % TOGETHER == TOGETHER - 1 || i == n - 1) {
                harness.processWatermark(START + sequence);
                harness.getOutput().clear();
            }
        }
    }

    Changed changed() {
        long[] sums = new long[2];
        twin.memory().drainDirty((table, number, page) -> {
            byte[] bytes = page.bytes();
            byte[] before = pages.put(table + "/" + number, bytes);
            sums[0] += before == null ? bytes.length : differing(before, bytes);
            sums[1] += bytes.length;
        });
        return new Changed(sums[0], sums[1]);
    }

    /** Bytes of the ints that are not the same. */
    private static long differing(byte[] before, byte[] after) {
        long bytes = 0;
        for (int i = 0; i < after.length; i += Integer.BYTES) {
            int end = Math.min(after.length, i + Integer.BYTES);
            bytes += before.length != after.length || !Arrays.equals(before, i, end, after, i, end) ? end - i : 0;
        }
        return bytes;
    }

    Taken checkpoint() throws Exception {
        long start = System.nanoTime();
        harness.getOneInputOperator().prepareSnapshotPreBarrier(++checkpoint);
        long flushed = System.nanoTime();
        last = harness.snapshot(checkpoint, checkpoint);
        long end = System.nanoTime();
        harness.notifyOfCompletedCheckpoint(checkpoint);
        return new Taken(
                last.getCheckpointedSize(), last.getStateSize(), (flushed - start) / 1e6, (end - flushed) / 1e6);
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }
}
