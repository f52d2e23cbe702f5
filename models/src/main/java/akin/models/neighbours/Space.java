package akin.models.neighbours;

/** The vectors that are searched, such as a learner's table of items. */
public interface Space {
    /** The array that holds a row's vector, from {@link #offset} on; not to be written. */
    float[] page(int row);

    int offset(int row);

    /** Floats per vector. */
    int dimensions();

    /** True when the row has a learned vector. */
    boolean has(int row);

    /** One past the last row that may have a vector. */
    int end();
}
