package akin.models.layers;

import akin.models.kernel.Matrix;

/** A trainable matrix with the gradient of the loss by it. */
public final class Parameter {
    private final String name;
    private final Matrix values = new Matrix();
    private final Matrix gradient = new Matrix();

    Parameter(String name, int rows, int columns) {
        this.name = name;
        values.zero(rows, columns);
        gradient.zero(rows, columns);
    }

    public String name() {
        return name;
    }

    public Matrix values() {
        return values;
    }

    /** The sum over the batch so far; an optimizer's step sets it to zero. */
    public Matrix gradient() {
        return gradient;
    }

    int size() {
        return values.rows() * values.columns();
    }

    String shape() {
        return values.rows() + "×" + values.columns();
    }

    boolean hasFiniteGradient() {
        float sum = 0;
        for (int i = 0; i < size(); i++) {
            // A product with zero is zero, unless the number is not finite.
            sum += 0 * gradient.values()[i];
        }
        return sum == 0;
    }
}
