package akin.similar.measure;

import akin.models.kernel.Kernels;
import akin.models.random.Hash;
import akin.similar.files.Vectors;

/**
 * Vectors of length 1 of products that lie around kinds, which lie around wider kinds, ten around each, as those of catalogues
 * do; the same from the same seed. How cosines fall from the nearest to the thousandth is much as with titles by MiniLM.
 */
final class Generated {
    private static final int ROWS_PER_KIND = 100;
    private static final int KINDS_PER_KIND = 10;
    private static final float SPREAD = 0.7f;
    private static final long ROW = 0;

    private Generated() {}

    static Vectors vectors(long seed, int rows, int dimensions) {
        Vectors vectors = new Vectors(rows, dimensions);
        long kinds = Math.max(1, rows / ROWS_PER_KIND);
        float[] vector = new float[dimensions];
        for (int row = 0; row < rows; row++) {
            long drawn = Hash.of(seed, ROW, row);
            draw(drawn, SPREAD, vector, 0);
            long kind = Hash.below(drawn, kinds);
            int level = 1;
            for (long width = kinds; ; width /= KINDS_PER_KIND, kind /= KINDS_PER_KIND, level++) {
                draw(Hash.of(seed, level, kind), 1, vector, 1);
                if (width <= KINDS_PER_KIND) {
                    break;
                }
            }
            Kernels.scale((float) (1 / Math.sqrt(Kernels.squaredNorm(vector, 0, dimensions))), vector, 0, dimensions);
            vectors.put(row, vector);
        }
        return vectors;
    }

    /** Adds a vector to one that counts so much. */
    private static void draw(long seed, float weight, float[] vector, float kept) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] = kept * vector[i] + weight * Hash.symmetric(Hash.of(seed, 0, i));
        }
    }
}
