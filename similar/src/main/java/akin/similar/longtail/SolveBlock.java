package akin.similar.longtail;

import akin.models.als.AlsSettings;
import akin.models.als.HalfRound;
import akin.models.als.Interactions;
import akin.models.als.Workers;
import akin.models.kernel.Matrix;
import java.io.IOException;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.java.tuple.Tuple2;

/**
 * Does one block of a half-round: solves for its vectors from the files of the half-round before, writes them, and gives
 * the parts of the loss, by blocks of {@link Workers#BLOCK} rows, with the block's number. A negative number stands for a
 * block of the other side, which is written as it lies in the new basis and has no part in the loss.
 */
final class SolveBlock extends RichMapFunction<Integer, Tuple2<Integer, double[]>> {
    private static final long serialVersionUID = 1;

    private final AlsStore store;
    private final AlsSettings settings;
    private final int halfRound;
    private final String side;
    private final String otherSide;
    private final int otherRows;

    private transient Matrix other;
    private transient HalfRound shared;

    SolveBlock(AlsStore store, AlsSettings settings, int halfRound, String side, String otherSide, int otherRows) {
        this.store = store;
        this.settings = settings;
        this.halfRound = halfRound;
        this.side = side;
        this.otherSide = otherSide;
        this.otherRows = otherRows;
    }

    @Override
    public void open(OpenContext context) throws IOException {
        other = store.readVectors(otherSide, halfRound - 1, otherRows, settings.rank());
        shared = new HalfRound(settings, other, new Workers(1));
    }

    @Override
    public Tuple2<Integer, double[]> map(Integer block) throws IOException {
        if (block < 0) {
            int ofOther = -1 - block;
            store.writeVectors(otherSide, halfRound, ofOther, other, ofOther * AlsStore.BLOCK);
            return Tuple2.of(block, new double[0]);
        }
        Interactions interactions = store.readInteractions(side, block);
        Matrix vectors = store.readVectors(side, halfRound - 1, block);
        shared.turn(vectors, new Workers(1));
        double[] parts = new double[Workers.blocks(vectors.rows())];
        for (int part = 0; part < parts.length; part++) {
            int from = part * Workers.BLOCK;
            int to = Math.min(vectors.rows(), from + Workers.BLOCK);
            parts[part] = shared.solve(interactions, from, to, vectors);
        }
        store.writeVectors(side, halfRound, block, vectors, 0);
        return Tuple2.of(block, parts);
    }
}
