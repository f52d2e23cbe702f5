package akin.operators;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.memory.Page;
import akin.state.pages.PageCompaction;
import akin.state.pages.PagedState;
import java.nio.file.Path;
import java.util.Random;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.storage.FileSystemCheckpointStorage;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageCompactionTest {
    private static final int PAGES = 2000;
    private static final int BYTES = 2000;
    private static final int CHANGED = 50;
    private static final int CHECKPOINTS = 40;
    /** Each level of files writes again what is in it; RocksDB's leveled compaction comes to 11 here. */
    private static final double MOST = 3;

    @TempDir
    private Path folder;

    private final Random random = new Random(1);

    /** Writes a page of random bytes. */
    private final class Writer extends KeyedProcessFunction<Integer, Integer, Integer> {
        private static final long serialVersionUID = 1L;

        private transient MapState<Integer, Page> pages;

        @Override
        public void open(OpenContext context) {
            pages = getRuntimeContext().getMapState(PagedState.descriptor("table"));
        }

        @Override
        public void processElement(Integer page, Context context, Collector<Integer> out) throws Exception {
            byte[] bytes = new byte[BYTES];
            random.nextBytes(bytes);
            pages.put(page, new Page(bytes));
        }
    }

    @Test
    void checkpointsInARowTakeLittleMoreThanWhatChanged() throws Exception {
        EmbeddedRocksDBStateBackend backend = new EmbeddedRocksDBStateBackend(true);
        backend.setRocksDBOptions(new PageCompaction());
        long uploaded = 0;
        try (var harness = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new Writer()), page -> 0, Types.INT, 128, 1, 0)) {
            harness.setStateBackend(backend);
            harness.setCheckpointStorage(new FileSystemCheckpointStorage(folder.toUri()));
            harness.open();
            for (int page = 0; page < PAGES; page++) {
                harness.processElement(new StreamRecord<>(page));
            }
            for (int checkpoint = 1; checkpoint <= CHECKPOINTS; checkpoint++) {
                OperatorSubtaskState state = harness.snapshot(checkpoint, checkpoint);
                harness.notifyOfCompletedCheckpoint(checkpoint);
                uploaded += state.getCheckpointedSize();
                for (int n = 0; n < CHANGED; n++) {
                    harness.processElement(new StreamRecord<>(random.nextInt(PAGES)));
                }
            }
        }
        long changed = (PAGES + (CHECKPOINTS - 1L) * CHANGED) * BYTES;
        assertThat((double) uploaded / changed).isBetween(0.9, MOST);
    }
}
