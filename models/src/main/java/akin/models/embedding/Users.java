package akin.models.embedding;

import akin.models.kernel.Matrix;
import java.util.function.IntUnaryOperator;

/** Shoppers as vectors of a given length, made of their windows' vectors. */
interface Users {
    /** Represents a batch's users by the tables as they are now. */
    void take(Batch batch);

    /**
     * Writes the user of a window.
     *
     * @param slots of the window's items, newest first
     * @return what the window's vector was multiplied by; not a number where it has no length
     */
    float represent(IntUnaryOperator slots, int n, float[] into, int at);

    /** Returns a row per user of the batch. */
    Matrix vectors();

    /** Returns a row per user: the gradient by {@link #vectors}. */
    Matrix gradients();

    /** Hands the gradient by a user down to the window's items and to what makes a vector of them; this spends it. */
    void spread(Batch batch, int example, Gradients sums);

    /** Hands down what waited for the whole batch. */
    default void spreadAll(Batch batch, Gradients sums) {}

    /** Takes a step with what makes a vector of a window; returns false when its gradient was not finite and nothing was done. */
    boolean step();

    /** Rebuilds what is derived from memory, after memory was loaded. */
    default void loaded() {}

    /** Takes over from those of a model of the same kind under other settings. */
    void adopt(Users other);
}
