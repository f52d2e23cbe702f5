package akin.models.rerank;

import akin.models.kernel.Matrix;

/**
 * Turns the scores that one source or ranker gives the candidates of a pool into two inputs that don't depend on its
 * scale: the logarithm of the score relative to the best one's, and how many standard deviations it lies from the mean.
 * Both are 0 where nothing is known.
 */
final class ScoreList {
    static final int INPUTS = 2;

    private static final float LEAST = 0.002f;
    private static final float MOST_DEVIATIONS = 5;

    private ScoreList() {}

    /** Writes the inputs of {@code n} candidates into their rows, from a column on. */
    static void write(float[] scores, int n, Matrix into, int column) {
        float best = 0;
        double sum = 0;
        double squares = 0;
        int known = 0;
        for (int i = 0; i < n; i++) {
            if (scores[i] != 0) {
                best = Math.max(best, scores[i]);
                sum += scores[i];
                squares += (double) scores[i] * scores[i];
                known++;
            }
        }
        double mean = sum / Math.max(1, known);
        double deviation = Math.sqrt(Math.max(0, squares / Math.max(1, known) - mean * mean));
        for (int i = 0; i < n; i++) {
            int at = into.offset(i) + column;
            into.values()[at] = relative(scores[i], best);
            into.values()[at + 1] = scores[i] == 0 || deviation == 0 ? 0 : bounded((scores[i] - mean) / deviation);
        }
    }

    /** 0 at the bottom or where nothing is known, about 1 for the best. */
    private static float relative(float score, float best) {
        return score <= 0 ? 0 : (float) (1 + StrictMath.log(Math.max(score / best, LEAST)) / -StrictMath.log(LEAST));
    }

    private static float bounded(double deviations) {
        return (float) Math.max(-MOST_DEVIATIONS, Math.min(MOST_DEVIATIONS, deviations));
    }
}
