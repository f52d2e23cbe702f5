package akin.similar.longtail;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Which items users took together: {@code Σ_u w_u / √((n_i + s) (n_j + s))} over the users of both, where n are numbers of
 * interactions and s is shrinkage. Of each item the strongest are kept.
 */
public final class Neighbours {
    private static final int MOST_OF_USER = 200;
    private static final int MOST = 2000;

    private final double shrinkage;
    private final int[][] neighbours;
    private final float[][] similarities;

    private Neighbours(int items, double shrinkage) {
        this.shrinkage = shrinkage;
        neighbours = new int[items][];
        similarities = new float[items][];
    }

    /** Returns the cosine, without shrinkage: what item kNN is known for. */
    static Neighbours cosine(Histories histories) {
        return of(histories, 0, length -> 1);
    }

    /** Returns the cosine with some shrinkage, to which a user of many items counts less for each pair of them. */
    static Neighbours shrunk(Histories histories) {
        return of(histories, 3, length -> 1 / Math.sqrt(length));
    }

    /** Counts the newest {@value #MOST_OF_USER} of each user. */
    private static Neighbours of(Histories histories, double shrinkage, IntToDoubleFunction ofUser) {
        Neighbours counted = new Neighbours(histories.items(), shrinkage);
        int[][] users = histories.usersByItem(MOST_OF_USER);
        float[] sums = new float[histories.items()];
        int[] touched = new int[histories.items()];
        for (int item = 0; item < histories.items(); item++) {
            int n = 0;
            for (int user : users[item]) {
                int[] history = histories.newest(user, MOST_OF_USER);
                float weight = (float) ofUser.applyAsDouble(history.length);
                for (int other : history) {
                    if (other != item) {
                        if (sums[other] == 0) {
                            touched[n++] = other;
                        }
                        sums[other] += weight;
                    }
                }
            }
            counted.keep(item, sums, touched, n, histories);
        }
        return counted;
    }

    private void keep(int item, float[] sums, int[] touched, int n, Histories histories) {
        long[] order = new long[n];
        for (int i = 0; i < n; i++) {
            int other = touched[i];
            double norm = Math.sqrt((histories.count(item) + shrinkage) * (histories.count(other) + shrinkage));
            float similarity = (float) (sums[other] / norm);
            sums[other] = 0;
            order[i] = (long) ~Float.floatToIntBits(similarity) << 32 | other;
        }
        Arrays.sort(order);
        int kept = Math.min(n, MOST);
        neighbours[item] = new int[kept];
        similarities[item] = new float[kept];
        for (int i = 0; i < kept; i++) {
            neighbours[item][i] = (int) order[i];
            similarities[item][i] = Float.intBitsToFloat(~(int) (order[i] >> 32));
        }
    }

    /** Adds a multiple of the similarity of every item to this one. */
    void addSimilarities(int item, float times, float[] to, int at) {
        for (int i = 0; i < neighbours[item].length; i++) {
            to[at + neighbours[item][i]] += times * similarities[item][i];
        }
    }
}
