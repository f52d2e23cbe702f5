package akin.models.als;

import akin.models.kernel.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * Factorises {@link Interactions} by alternating least squares: the vectors of one side are solved for while those of
 * the other stay as they are. The loss never rises. The result is the same to the byte with any number of threads.
 * [Hu, Koren and Volinsky, ICDM 2008]
 */
public final class Als {
    private final AlsSettings settings;
    private final Interactions byRow;
    private final Interactions byColumn;
    private final Workers workers;

    public Als(AlsSettings settings, Interactions interactions, Workers workers) {
        this.settings = settings;
        byRow = interactions;
        byColumn = interactions.transposed();
        this.workers = workers;
    }

    /**
     * Factorises.
     *
     * @param progress is told the loss after each half-round
     * @throws DivergedException when a loss is not finite
     */
    public AlsModel train(DoubleConsumer progress) {
        Matrix rows = FirstVectors.of(settings, byRow, "rows");
        Matrix columns = FirstVectors.of(settings, byColumn, "columns");
        List<Double> losses = new ArrayList<>();
        for (int round = 0; round < settings.rounds(); round++) {
            record(losses, halfRound(byRow, rows, byColumn, columns), progress);
            record(losses, halfRound(byColumn, columns, byRow, rows), progress);
        }
        return new AlsModel(rows, columns, List.copyOf(losses));
    }

    /** Solves for one side; returns the loss. */
    private double halfRound(Interactions interactions, Matrix vectors, Interactions transposed, Matrix other) {
        HalfRound halfRound = new HalfRound(settings, other, workers);
        halfRound.turn(vectors, workers);
        double[] parts = new double[Workers.blocks(vectors.rows())];
        workers.run(parts.length, block -> {
            int from = block * Workers.BLOCK;
            int to = Math.min(vectors.rows(), from + Workers.BLOCK);
            parts[block] = halfRound.solve(interactions, from, to, vectors);
        });
        return HalfRound.loss(settings, parts, transposed, other);
    }

    private static void record(List<Double> losses, double loss, DoubleConsumer progress) {
        if (!Double.isFinite(loss)) {
            throw new DivergedException(losses.size() + 1);
        }
        losses.add(loss);
        progress.accept(loss);
    }
}
