package akin.models.encoder;

import akin.models.kernel.Matrix;
import akin.models.layers.Segments;

/** Makes one vector of each session, to be compared with the vectors of items. What it returns is valid until it is called again. */
public interface SessionEncoder {
    /**
     * Returns a row per session.
     *
     * @param items vectors of the items of session after session, oldest first; to stay as they are until {@link #backward}
     */
    Matrix forward(Matrix items, Segments sessions);

    /**
     * Adds to the gradients of the encoder's parameters.
     *
     * @param gradient of the loss by what the last {@link #forward} returned
     * @return the gradient by the items' vectors
     */
    Matrix backward(Matrix gradient);
}
