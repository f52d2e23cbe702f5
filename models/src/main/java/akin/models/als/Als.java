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
    private final Loss loss;

    public Als(AlsSettings settings, Interactions interactions, Workers workers) {
        this.settings = settings;
        byRow = interactions;
        byColumn = interactions.transposed();
        this.workers = workers;
        loss = new Loss(settings, byRow, byColumn);
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
            halfRound(byRow, rows, columns);
            record(losses, rows, columns, progress);
            halfRound(byColumn, columns, rows);
            record(losses, rows, columns, progress);
        }
        return new AlsModel(rows, columns, List.copyOf(losses));
    }

    private void halfRound(Interactions interactions, Matrix vectors, Matrix other) {
        HalfRound halfRound = new HalfRound(settings, other, workers);
        halfRound.turn(vectors, workers);
        workers.run(Workers.blocks(vectors.rows()), block -> {
            int from = block * Workers.BLOCK;
            halfRound.solve(interactions, from, Math.min(vectors.rows(), from + Workers.BLOCK), vectors);
        });
    }

    private void record(List<Double> losses, Matrix rows, Matrix columns, DoubleConsumer progress) {
        double now = loss.of(rows, columns, workers);
        if (!Double.isFinite(now)) {
            throw new DivergedException(losses.size() + 1);
        }
        losses.add(now);
        progress.accept(now);
    }
}
