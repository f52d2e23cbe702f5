package akin.models.layers;

import akin.models.kernel.Gemm;
import akin.models.kernel.Kernels;
import akin.models.kernel.Matrix;
import akin.models.kernel.Scalars;

/**
 * Gated recurrent units over the rows of each segment, from a state of zeros:
 * <pre>  z = σ(x Wz + h Uz + bz)    r = σ(x Wr + h Ur + br)
 *  n = tanh(x Wn + bn + r ⊙ (h Un + cn))    h' = (1 - z) ⊙ n + z ⊙ h</pre>
 * The reset gate applies after the product, so that all three are one product. [Cho et al., EMNLP 2014; the variant of
 * cuDNN]
 */
public final class Gru {
    private final Gemm gemm = new Gemm();
    private final int width;
    private final Linear inputs;
    private final Parameter recurrent;
    private final Parameter recurrentBias;
    /** Per row: z, r, n, and what r applies to. */
    private final Matrix gates = new Matrix();

    private final Matrix states = new Matrix();
    /** Of each row the state before it. */
    private final Matrix before = new Matrix();

    private final Matrix recurrentTransposed = new Matrix();
    private final Matrix inputGradient = new Matrix();
    private final Matrix recurrentGradient = new Matrix();
    /** A row per segment that has a row at this step. */
    private final Matrix stepStates = new Matrix();

    private final Matrix stepProducts = new Matrix();
    private final Matrix carried = new Matrix();
    private Matrix projected;
    private Segments segments;

    /** Makes a layer whose parameters start with {@code NAME.}. */
    public Gru(Parameters parameters, String name, int inputWidth, int width) {
        this.width = width;
        inputs = new Linear(parameters, name + ".input", inputWidth, 3 * width);
        recurrent = parameters.add(name + ".recurrent.weights", width, 3 * width, Initial.xavier());
        recurrentBias = parameters.add(name + ".recurrent.bias", 1, width, Initial.constant(0));
    }

    /** Returns the state after each row. */
    public Matrix forward(Matrix input, Segments segments) {
        this.segments = segments;
        projected = inputs.forward(input);
        gates.resize(input.rows(), 4 * width);
        states.resize(input.rows(), width);
        before.zero(input.rows(), width);
        for (int step = 0; step < segments.longest(); step++) {
            multiply(step);
            for (int segment = 0, n = 0; segment < segments.size(); segment++) {
                if (step < segments.length(segment)) {
                    forward(segments.start(segment) + step, stepProducts.offset(n++));
                }
            }
        }
        return states;
    }

    /** Gathers the states before a step of all segments that have it, and multiplies them by U. */
    private void multiply(int step) {
        int n = 0;
        stepStates.resize(segments.size(), width);
        for (int segment = 0; segment < segments.size(); segment++) {
            if (step < segments.length(segment)) {
                int row = segments.start(segment) + step;
                if (step > 0) {
                    copy(states, row - 1, before, row);
                }
                copy(before, row, stepStates, n++);
            }
        }
        stepStates.resize(n, width);
        stepProducts.zero(n, 3 * width);
        for (int i = 0; i < n; i++) {
            float[] bias = recurrentBias.values().values();
            System.arraycopy(bias, 0, stepProducts.values(), stepProducts.offset(i) + 2 * width, width);
        }
        gemm.addAB(stepStates, recurrent.values(), stepProducts);
    }

    private static void copy(Matrix from, int row, Matrix to, int toRow) {
        System.arraycopy(from.values(), from.offset(row), to.values(), to.offset(toRow), from.columns());
    }

    private void forward(int row, int product) {
        float[] x = projected.values();
        float[] u = stepProducts.values();
        float[] gate = gates.values();
        int xz = projected.offset(row);
        int z = gates.offset(row);
        for (int i = 0; i < 2 * width; i++) {
            gate[z + i] = Scalars.sigmoid(x[xz + i] + u[product + i]);
        }
        int r = z + width;
        int n = r + width;
        for (int i = 0; i < width; i++) {
            float reset = u[product + 2 * width + i];
            gate[n + width + i] = reset;
            gate[n + i] = Scalars.tanh(x[xz + 2 * width + i] + gate[r + i] * reset);
            float old = before.values()[before.offset(row) + i];
            states.values()[states.offset(row) + i] = (1 - gate[z + i]) * gate[n + i] + gate[z + i] * old;
        }
    }

    /**
     * Adds to the gradients of the parameters.
     *
     * @param gradient of the loss by each row's state
     * @return the gradient by the input
     */
    public Matrix backward(Matrix gradient) {
        recurrentTransposed.transpose(recurrent.values());
        inputGradient.resize(gradient.rows(), 3 * width);
        recurrentGradient.resize(gradient.rows(), 3 * width);
        carried.zero(segments.size(), width);
        for (int step = segments.longest() - 1; step >= 0; step--) {
            backward(gradient, step);
        }
        gemm.addATB(before, recurrentGradient, recurrent.gradient());
        for (int row = 0; row < gradient.rows(); row++) {
            int at = recurrentGradient.offset(row) + 2 * width;
            Kernels.axpy(
                    1, recurrentGradient.values(), at, recurrentBias.gradient().values(), 0, width);
        }
        return inputs.backward(inputGradient);
    }

    private void backward(Matrix gradient, int step) {
        int n = 0;
        stepProducts.resize(segments.size(), 3 * width);
        for (int segment = 0; segment < segments.size(); segment++) {
            if (step < segments.length(segment)) {
                int row = segments.start(segment) + step;
                int at = carried.offset(segment);
                Kernels.axpy(1, gradient.values(), gradient.offset(row), carried.values(), at, width);
                backward(row, at);
                copy(recurrentGradient, row, stepProducts, n++);
            }
        }
        stepProducts.resize(n, 3 * width);
        stepStates.zero(n, width);
        gemm.addAB(stepProducts, recurrentTransposed, stepStates);
        n = 0;
        for (int segment = 0; segment < segments.size(); segment++) {
            if (step < segments.length(segment)) {
                Kernels.axpy(
                        1,
                        stepStates.values(),
                        stepStates.offset(n++),
                        carried.values(),
                        carried.offset(segment),
                        width);
            }
        }
    }

    /** Turns the gradient by a row's state into those by its gates' inputs; what z carries over stays. */
    private void backward(int row, int at) {
        float[] gate = gates.values();
        float[] carry = carried.values();
        int z = gates.offset(row);
        int r = z + width;
        int n = r + width;
        int into = inputGradient.offset(row);
        for (int i = 0; i < width; i++) {
            float derivative = carry[at + i];
            float old = before.values()[before.offset(row) + i];
            float ofZ = derivative * (old - gate[n + i]) * (gate[z + i] * (1 - gate[z + i]));
            float ofN = derivative * (1 - gate[z + i]) * (1 - gate[n + i] * gate[n + i]);
            float ofR = ofN * gate[n + width + i] * (gate[r + i] * (1 - gate[r + i]));
            put(into + i, ofZ, ofZ);
            put(into + width + i, ofR, ofR);
            put(into + 2 * width + i, ofN, ofN * gate[r + i]);
            carry[at + i] = derivative * gate[z + i];
        }
    }

    private void put(int at, float ofInput, float ofRecurrent) {
        inputGradient.values()[at] = ofInput;
        recurrentGradient.values()[at] = ofRecurrent;
    }
}
