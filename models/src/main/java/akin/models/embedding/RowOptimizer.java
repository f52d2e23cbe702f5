package akin.models.embedding;

/**
 * Moves rows of a table along their gradients: a row is a vector, a bias, and then what the optimizer remembers of it. A
 * gradient is that by the vector and by the bias behind it.
 */
interface RowOptimizer {
    /** Returns how many floats it remembers of a row. */
    int width();

    /** Starts what it remembers of a row that begins at {@code at}. */
    void start(float[] page, int at);

    /**
     * Takes one step down.
     *
     * @param norm squared length of the vector's gradient, without regularisation
     * @param at where the row begins
     */
    void step(float[] gradient, int from, float norm, float[] page, int at);

    /**
     * Takes over what an optimizer of the same kind remembers of a row with other dimensions.
     *
     * @param otherDimensions those of the other row
     * @param projection from the other's dimensions to these
     */
    void adopt(float[] other, int otherAt, int otherDimensions, Projection projection, float[] page, int at);
}
