package akin.models.neighbours;

import akin.models.memory.Vectors;

/** The vectors that are searched, such as a learner's table of items. */
public interface Space {
    /** Always the same table. Its rows may be wider than {@link #dimensions}: what follows the vector doesn't count. */
    Vectors vectors();

    /** Floats per vector. */
    int dimensions();

    /** True when the row has a learned vector. */
    boolean has(int row);

    /** One past the highest row. */
    int end();
}
