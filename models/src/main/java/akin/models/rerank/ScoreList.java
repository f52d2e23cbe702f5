package akin.models.rerank;

import akin.models.kernel.Scalars;

/**
 * Turns the scores that one source or ranker gives the candidates of a pool into two inputs that don't depend on its
 * scale: the logarithm of the score relative to the best one's, and how many standard deviations it lies from the mean.
 * Both are 0 where nothing is known.
 */
final class ScoreList {
    static final int INPUTS = 2;

    private static final float LEAST = 0.002f;
    private static final float PER_LOG = -1 / Scalars.log(LEAST);
    private static final float MOST_DEVIATIONS = 5;

    private ScoreList() {}

    /** Writes both inputs of the pool that {@code into} begins with, into a column and the next. */
    static void write(float[] scores, int n, PoolBatch into, int column) {
        writeRelative(scores, n, into, column);
        double sum = 0;
        double squares = 0;
        int known = 0;
        for (int i = 0; i < n; i++) {
            sum += scores[i];
            squares += (double) scores[i] * scores[i];
            known += scores[i] == 0 ? 0 : 1;
        }
        double mean = sum / Math.max(1, known);
        double variance = squares / Math.max(1, known) - mean * mean;
        float perDeviation = variance > 0 ? (float) (1 / Math.sqrt(variance)) : 0;
        for (int i = 0; i < n; i++) {
            float deviations = scores[i] == 0 ? 0 : (scores[i] - (float) mean) * perDeviation;
            into.values()[into.offset(i) + column + 1] =
                    Math.max(-MOST_DEVIATIONS, Math.min(MOST_DEVIATIONS, deviations));
        }
    }

    /** Writes the relative scores only: 0 at the bottom or where nothing is known, 1 for the best. */
    static void writeRelative(float[] scores, int n, PoolBatch into, int column) {
        float best = 0;
        for (int i = 0; i < n; i++) {
            best = Math.max(best, scores[i]);
        }
        for (int i = 0; i < n; i++) {
            into.values()[into.offset(i) + column] = scores[i] <= 0 ? 0 : relative(scores[i] / best);
        }
    }

    private static float relative(float share) {
        return 1 + PER_LOG * Scalars.log(Math.max(share, LEAST));
    }
}
