package akin.operators;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.memory.Page;
import akin.state.pages.PageCompaction;
import akin.state.pages.PagedState;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.storage.FileSystemCheckpointStorage;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.state.rocksdb.RocksDBOptionsFactory;
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

    private long uploaded;

    @TempDir
    private Path folder;

    private final Random random = new Random(1);
    /** Hashes of the pages. */
    private final int[] written = new int[PAGES];

    /** Writes a page of random bytes; for a negative number, gives a hash of the page of which it is the complement. */
    private final class Writer extends KeyedProcessFunction<Integer, Integer, Integer> {
        private static final long serialVersionUID = 1L;

        private transient MapState<Integer, Page> pages;

        @Override
        public void open(OpenContext context) {
            pages = getRuntimeContext().getMapState(PagedState.descriptor("table"));
        }

        @Override
        public void processElement(Integer page, Context context, Collector<Integer> out) throws Exception {
            if (page < 0) {
                out.collect(Arrays.hashCode(pages.get(~page).bytes()));
                return;
            }
            byte[] bytes = new byte[BYTES];
            random.nextBytes(bytes);
            pages.put(page, new Page(bytes));
            written[page] = Arrays.hashCode(bytes);
        }
    }

    private KeyedOneInputStreamOperatorTestHarness<Integer, Integer, Integer> harness(
            RocksDBOptionsFactory options, OperatorSubtaskState from) throws Exception {
        EmbeddedRocksDBStateBackend backend = new EmbeddedRocksDBStateBackend(true);
        backend.setRocksDBOptions(options);
        var harness = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new Writer()), page -> 0, Types.INT, 128, 1, 0);
        harness.setStateBackend(backend);
        harness.setCheckpointStorage(new FileSystemCheckpointStorage(folder.toUri()));
        if (from != null) {
            harness.initializeState(from);
        }
        harness.open();
        return harness;
    }

    /**
     * Checkpoints in a row, few pages between two of them; gives the last.
     *
     * @param completed whether the job hears of it, so that the next takes over what was uploaded; else each is whole
     */
    private OperatorSubtaskState checkpoints(boolean completed) throws Exception {
        OperatorSubtaskState state = null;
        try (var harness = harness(new PageCompaction(), null)) {
            for (int page = 0; page < PAGES; page++) {
                harness.processElement(new StreamRecord<>(page));
            }
            for (int checkpoint = 1; checkpoint <= CHECKPOINTS; checkpoint++) {
                for (int n = 0; n < CHANGED && checkpoint > 1; n++) {
                    harness.processElement(new StreamRecord<>(random.nextInt(PAGES)));
                }
                state = harness.snapshot(checkpoint, checkpoint);
                if (completed) {
                    harness.notifyOfCompletedCheckpoint(checkpoint);
                }
                uploaded += state.getCheckpointedSize();
            }
        }
        return state;
    }

    @Test
    void checkpointsInARowTakeLittleMoreThanWhatChanged() throws Exception {
        checkpoints(true);

        long changed = (PAGES + (CHECKPOINTS - 1L) * CHANGED) * BYTES;
        assertThat((double) uploaded / changed).isBetween(0.9, MOST);
    }

    /** The tools for savepoints know nothing of the compaction, and read a checkpoint all the same. */
    @Test
    void pagesComeBackWithAndWithoutTheOptions() throws Exception {
        OperatorSubtaskState state = checkpoints(false);
        for (RocksDBOptionsFactory options : Arrays.asList(new PageCompaction(), null)) {
            try (var harness = harness(options, state)) {
                for (int page = 0; page < PAGES; page++) {
                    harness.processElement(new StreamRecord<>(~page));
                }

                assertThat(harness.extractOutputValues())
                        .containsExactlyElementsOf(IntStream.of(written).boxed().toList());
            }
        }
    }
}
