package akin.models.layers;

import akin.models.kernel.Matrix;
import akin.models.random.Hash;
import java.util.Arrays;

/** What a parameter starts with. */
@FunctionalInterface
public interface Initial {
    /**
     * Fills a matrix.
     *
     * @param seed of this matrix alone
     */
    void fill(Matrix values, long seed);

    /** Starts everything with the same number. */
    static Initial constant(float value) {
        return (values, seed) -> Arrays.fill(values.values(), 0, values.rows() * values.columns(), value);
    }

    /** Draws uniformly within {@code ±sqrt(6 / (rows + columns))}. [Glorot and Bengio, AISTATS 2010] */
    static Initial xavier() {
        return (values, seed) -> {
            float most = (float) Math.sqrt(6.0 / (values.rows() + values.columns()));
            for (int i = 0; i < values.rows() * values.columns(); i++) {
                values.values()[i] = most * Hash.symmetric(Hash.of(seed, 0, i));
            }
        };
    }
}
