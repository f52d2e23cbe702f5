package akin.models.neighbours;

import akin.models.kernel.Kernels;

/** The vectors that are searched, such as a learner's table of items. */
public interface Space {
    /** The array that holds a row's vector, from {@link #offset} on; not to be written. */
    float[] page(int row);

    int offset(int row);

    /** Floats per vector. */
    int dimensions();

    /** Returns the Euclidean length of a row's vector, or NaN where that is too short or too long to tell a direction. */
    default float norm(int row) {
        float squared = Kernels.squaredNorm(page(row), offset(row), dimensions());
        return squared >= Float.MIN_NORMAL && squared <= Float.MAX_VALUE ? (float) Math.sqrt(squared) : Float.NaN;
    }

    /** True when the row has a learned vector. */
    boolean has(int row);

    /** One past the last row that may have a vector. */
    int end();
}
