package akin.similar.longtail;

import akin.models.als.AlsModel;
import akin.models.als.AlsSettings;
import akin.models.als.DivergedException;
import akin.models.als.FirstVectors;
import akin.models.als.HalfRound;
import akin.models.als.Interactions;
import akin.models.als.Workers;
import akin.models.kernel.Matrix;
import akin.similar.files.Atomic;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;

/**
 * Alternating least squares on Flink in BATCH mode: a job per half-round, whose tasks each solve for blocks of rows out
 * of shared files. A manifest says which half-rounds are done; what was ended goes on after the last of them. The
 * vectors are those of {@link akin.models.als.Als} to the byte.
 */
final class BatchAls {
    private static final String MANIFEST = "als-manifest.json";
    private static final String ROWS = "rows";
    private static final String COLUMNS = "columns";

    private final AlsStore store;
    private final AlsSettings settings;
    private final Interactions byRow;
    private final Interactions byColumn;
    private final int parallelism;
    private final Consumer<String> log;
    private final List<Double> losses = new ArrayList<>();

    BatchAls(Path folder, AlsSettings settings, Interactions interactions, int parallelism, Consumer<String> log) {
        store = new AlsStore(folder);
        this.settings = settings;
        byRow = interactions;
        byColumn = interactions.transposed();
        this.parallelism = parallelism;
        this.log = log;
    }

    AlsModel run() throws Exception {
        Files.createDirectories(store.folder());
        int done = resume();
        if (done == 0) {
            // Before anything is written over, so that nothing goes on with another run's interactions.
            Files.deleteIfExists(store.folder().resolve(MANIFEST));
            store.writeInteractions(ROWS, byRow);
            store.writeInteractions(COLUMNS, byColumn);
            writeFirst(ROWS, byRow);
            writeFirst(COLUMNS, byColumn);
        }
        for (int halfRound = done + 1; halfRound <= 2 * settings.rounds(); halfRound++) {
            solve(halfRound);
        }
        return new AlsModel(vectors(ROWS, byRow), vectors(COLUMNS, byColumn), List.copyOf(losses));
    }

    private Matrix vectors(String side, Interactions interactions) throws IOException {
        return store.readVectors(side, losses.size(), interactions.rows(), settings.rank());
    }

    private void writeFirst(String side, Interactions interactions) throws IOException {
        Matrix vectors = FirstVectors.of(settings, interactions, side);
        for (int block = 0; block < AlsStore.blocks(vectors.rows()); block++) {
            store.writeVectors(side, 0, block, vectors, block * AlsStore.BLOCK);
        }
    }

    private void solve(int halfRound) throws Exception {
        boolean rows = halfRound % 2 == 1;
        Interactions solved = rows ? byRow : byColumn;
        Interactions other = rows ? byColumn : byRow;
        String side = rows ? ROWS : COLUMNS;
        String otherSide = rows ? COLUMNS : ROWS;
        List<Integer> blocks = new ArrayList<>();
        IntStream.range(0, AlsStore.blocks(solved.rows())).forEach(blocks::add);
        IntStream.range(0, AlsStore.blocks(other.rows())).forEach(block -> blocks.add(-1 - block));
        StreamExecutionEnvironment flink = StreamExecutionEnvironment.getExecutionEnvironment();
        flink.setRuntimeMode(RuntimeExecutionMode.BATCH);
        flink.setParallelism(parallelism);
        double[] parts = new double[Workers.blocks(solved.rows())];
        try (CloseableIterator<Tuple2<Integer, double[]>> done = flink.fromData(blocks)
                .rebalance()
                .map(new SolveBlock(store, settings, halfRound, side, otherSide, other.rows()))
                .name("solve " + side)
                .executeAndCollect("als half-round " + halfRound)) {
            done.forEachRemaining(block -> {
                int at = Math.max(0, block.f0) * AlsStore.BLOCK / Workers.BLOCK;
                System.arraycopy(block.f1, 0, parts, at, block.f1.length);
            });
        }
        Matrix fixed = store.readVectors(otherSide, halfRound, other.rows(), settings.rank());
        double loss = HalfRound.loss(settings, parts, other, fixed);
        if (!Double.isFinite(loss)) {
            throw new DivergedException(halfRound);
        }
        losses.add(loss);
        writeManifest();
        store.deleteVectors(ROWS, halfRound - 1, byRow.rows());
        store.deleteVectors(COLUMNS, halfRound - 1, byColumn.rows());
        log.accept("half-round " + halfRound + ": loss " + loss);
    }

    /** Returns how many half-rounds are done of the same factorization; another one in the folder is written over. */
    private int resume() throws IOException {
        Path manifest = store.folder().resolve(MANIFEST);
        if (Files.exists(manifest)) {
            JsonNode read = new ObjectMapper().readTree(manifest.toFile());
            if (read.path("of").asText().equals(identity())) {
                read.path("losses").forEach(loss -> losses.add(loss.asDouble()));
                log.accept("going on after half-round " + losses.size());
            }
        }
        return losses.size();
    }

    private String identity() {
        return settings + " of " + byRow.rows() + "×" + byRow.columns() + ", " + byRow.size() + " interactions, digest "
                + byRow.digest();
    }

    private void writeManifest() throws IOException {
        ObjectNode manifest = new ObjectMapper().createObjectNode();
        manifest.put("of", identity());
        losses.forEach(manifest.putArray("losses")::add);
        byte[] json = new ObjectMapper().writeValueAsBytes(manifest);
        Atomic.write(store.folder().resolve(MANIFEST), out -> out.write(json));
    }
}
