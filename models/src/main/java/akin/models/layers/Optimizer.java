package akin.models.layers;

/** Trains the parameters of a network. */
public interface Optimizer {
    /**
     * Takes a step down along the gradients, and sets them to zero.
     *
     * @return false when a gradient was not finite: then parameters stay as they are
     */
    boolean step();

    /** Returns how many steps were refused since the start. */
    long refused();
}
