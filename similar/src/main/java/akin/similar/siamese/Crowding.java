package akin.similar.siamese;

import akin.models.kernel.Matrix;
import akin.similar.compound.Sides;
import akin.similar.nearest.ExactSearch;
import akin.similar.nearest.Nearest;

/**
 * How far the neighbours of each product are on the other side: the mean squared distance of the second to fourth nearest,
 * as the nearest may be its match. Where a shop has many variants of a thing, products must be nearer to be the same. [Conneau
 * et al., ICLR 2018: cross-domain similarity local scaling]
 *
 * @param left of products that are looked from
 * @param right of products that are looked at
 */
record Crowding(float[] left, float[] right) {
    private static final int NEIGHBOURS = 4;

    static Crowding of(Matrix embeddings, Sides sides) {
        Matrix lefts = sides.lefts(embeddings);
        Matrix rights = sides.rights(embeddings);
        float[] left = means(lefts, rights, sides);
        return new Crowding(left, sides.isOne() ? left : means(rights, lefts, sides));
    }

    private static float[] means(Matrix from, Matrix at, Sides sides) {
        Nearest[] nearest =
                new ExactSearch(at).search(from, NEIGHBOURS, (query, item) -> !sides.isOne() || query != item);
        float[] means = new float[from.rows()];
        for (int row = 0; row < means.length; row++) {
            means[row] = mean(nearest[row].distances());
        }
        return means;
    }

    private static float mean(float[] distances) {
        float sum = 0;
        for (int i = 1; i < distances.length; i++) {
            sum += distances[i];
        }
        return distances.length < 2 ? 0 : sum / (distances.length - 1);
    }

    /** The farthest that neighbours of any product are. */
    float most() {
        float most = 0;
        for (float[] side : new float[][] {left, right}) {
            for (float mean : side) {
                most = Math.max(most, mean);
            }
        }
        return most;
    }
}
