package akin.models.layers;

import akin.models.kernel.Matrix;

/** A differentiable function of the rows of a batch. What it returns is valid until it is called again. */
public interface Layer {
    /** Returns a row of output per row of input; the input must stay as it is until {@link #backward}. */
    Matrix forward(Matrix input);

    /**
     * Adds to the gradients of the layer's parameters.
     *
     * @param gradient of the loss by the output of the last {@link #forward}
     * @return the gradient by its input
     */
    Matrix backward(Matrix gradient);
}
