package akin.models.als;

import akin.models.kernel.Matrix;

/** Gives vectors to rows that were not trained, from what they did: one solve each, with the columns as they are. */
public final class FoldIn {
    private final AlsSettings settings;
    private final HalfRound halfRound;

    /** @param columns vectors of the model's columns; they are copied */
    public FoldIn(AlsSettings settings, Matrix columns, Workers workers) {
        this.settings = settings;
        Matrix copy = new Matrix();
        copy.resize(columns.rows(), columns.columns());
        System.arraycopy(columns.values(), 0, copy.values(), 0, columns.rows() * columns.columns());
        halfRound = new HalfRound(settings, copy, workers);
    }

    /** Returns vectors of the rows, in the basis of the columns as they were given. */
    public Matrix fold(Interactions rows) {
        Matrix vectors = new Matrix();
        vectors.zero(rows.rows(), settings.rank());
        halfRound.solve(rows, 0, rows.rows(), vectors);
        halfRound.turnBack(vectors);
        return vectors;
    }
}
