package akin.models.als;

import akin.models.kernel.Matrix;

/**
 * Solves for the vectors of one side while those of the other stay as they are. Each row is solved for by itself, so
 * that blocks of rows can be solved for anywhere, with the same bytes.
 */
public final class HalfRound {
    private final AlsSettings settings;
    private final Matrix other;
    private final Basis basis;

    /**
     * Prepares what all rows share.
     *
     * @param other vectors of the other side, which are turned into the basis of this half-round
     */
    public HalfRound(AlsSettings settings, Matrix other, Workers workers) {
        this.settings = settings;
        this.other = other;
        basis = settings.feedback() == Feedback.IMPLICIT ? Basis.of(Gram.of(other, workers)) : null;
        turn(other, workers);
    }

    /** Turns vectors of the side that is solved for into the basis of the other side. */
    public void turn(Matrix vectors, Workers workers) {
        if (basis != null) {
            basis.turn(vectors, workers);
        }
    }

    /** Turns vectors of this half-round's basis back into the one before. */
    void turnBack(Matrix vectors) {
        if (basis != null) {
            basis.turnBack(vectors);
        }
    }

    /**
     * Solves for some rows.
     *
     * @param vectors of all rows of the interactions; conjugate gradients start from what they were
     * @return these rows' part of the loss
     */
    public double solve(Interactions interactions, int from, int to, Matrix vectors) {
        float[] diagonal = basis == null ? new float[settings.rank()] : basis.eigenvalues();
        RowSolver solver = new RowSolver(settings, other, diagonal);
        double loss = 0;
        for (int row = from; row < to; row++) {
            loss += solver.solve(interactions, row, vectors);
        }
        return loss;
    }

    /**
     * Returns the loss after a half-round.
     *
     * @param parts of the rows that were solved for, by blocks of {@link Workers#BLOCK}
     * @param transposed the interactions by rows of the other side
     * @param other vectors of the other side
     */
    public static double loss(AlsSettings settings, double[] parts, Interactions transposed, Matrix other) {
        double loss = new Loss(settings).norms(transposed, other);
        for (double part : parts) {
            loss += part;
        }
        return loss;
    }
}
