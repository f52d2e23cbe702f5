package akin.similar.measure;

import akin.models.kernel.Kernels;
import akin.models.random.Hash;
import akin.similar.files.Vectors;

/** Vectors of length 1 that lie around centres, as those of catalogues do; the same from the same seed. */
final class Generated {
    private static final int ROWS_PER_CENTRE = 100;
    private static final float SPREAD = 0.7f;

    private Generated() {}

    static Vectors vectors(long seed, int rows, int dimensions) {
        Vectors vectors = new Vectors(rows, dimensions);
        int centres = Math.max(1, rows / ROWS_PER_CENTRE);
        float[] vector = new float[dimensions];
        for (int row = 0; row < rows; row++) {
            long centre = Hash.below(Hash.of(seed, 1, row), centres);
            for (int i = 0; i < dimensions; i++) {
                vector[i] = Hash.symmetric(Hash.of(seed, 2, centre * dimensions + i))
                        + SPREAD * Hash.symmetric(Hash.of(seed, 3, (long) row * dimensions + i));
            }
            float norm = (float) Math.sqrt(Kernels.squaredNorm(vector, 0, dimensions));
            Kernels.scale(1 / norm, vector, 0, dimensions);
            vectors.put(row, vector);
        }
        return vectors;
    }
}
