package akin.models.rerank;

import akin.models.kernel.Matrix;
import akin.models.layers.Initial;
import akin.models.layers.Parameter;
import akin.models.layers.Parameters;
import java.util.ArrayList;
import java.util.List;

/** Parameters of several inputs, each found by its name, as the one matrix that their layer multiplies by. */
final class StackedWeights {
    private final Parameters parameters;
    private final int columns;
    private final List<Parameter> parts = new ArrayList<>();
    private final Matrix values = new Matrix();
    private final Matrix gradient = new Matrix();
    private int rows;

    StackedWeights(Parameters parameters, int columns) {
        this.parameters = parameters;
        this.columns = columns;
    }

    /** Adds so many rows under those that are there; returns the first one's number. */
    int add(String name, int n, Initial initial) {
        parts.add(parameters.add(name, n, columns, initial));
        rows += n;
        return rows - n;
    }

    int rows() {
        return rows;
    }

    /** Returns all rows as they are now. */
    Matrix values() {
        values.resize(rows, columns);
        int at = 0;
        for (Parameter part : parts) {
            int size = part.values().rows() * columns;
            System.arraycopy(part.values().values(), 0, values.values(), at, size);
            at += size;
        }
        return values;
    }

    /** Returns an empty gradient, to be filled and then handed on by {@link #spread}. */
    Matrix gradient() {
        gradient.zero(rows, columns);
        return gradient;
    }

    /** Adds the gradient to those of the parameters. */
    void spread() {
        int at = 0;
        for (Parameter part : parts) {
            float[] sum = part.gradient().values();
            int size = part.values().rows() * columns;
            for (int i = 0; i < size; i++) {
                sum[i] += gradient.values()[at + i];
            }
            at += size;
        }
    }
}
