package akin.similar.longtail;

import java.util.List;

/**
 * A weighted sum of signals.
 *
 * @param name in {@code metrics.json}
 * @param weights by signal; signals beyond the last have none
 */
record Ranker(String name, double[] weights) {
    /** Returns the ranker that goes by one of the signals alone. */
    static Ranker of(String name, String signal, List<Signal> signals) {
        double[] weights = new double[signals.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = signals.get(i).name().equals(signal) ? 1 : 0;
        }
        return new Ranker(name, weights);
    }
}
