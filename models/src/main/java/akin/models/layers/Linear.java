package akin.models.layers;

import akin.models.kernel.Gemm;
import akin.models.kernel.Kernels;
import akin.models.kernel.Matrix;

/** {@code y = x W + b}. */
public final class Linear implements Layer {
    private final Gemm gemm = new Gemm();
    private final Parameter weights;
    private final Parameter bias;
    private final Matrix output = new Matrix();
    private final Matrix inputGradient = new Matrix();
    private Matrix input;

    /** Makes a layer whose parameters are called {@code NAME.weights} and {@code NAME.bias}. */
    public Linear(Parameters parameters, String name, int inputs, int outputs) {
        weights = parameters.add(name + ".weights", inputs, outputs, Initial.xavier());
        bias = parameters.add(name + ".bias", 1, outputs, Initial.constant(0));
    }

    @Override
    public Matrix forward(Matrix input) {
        this.input = input;
        int outputs = bias.values().columns();
        output.resize(input.rows(), outputs);
        for (int row = 0; row < input.rows(); row++) {
            System.arraycopy(bias.values().values(), 0, output.values(), output.offset(row), outputs);
        }
        gemm.addAB(input, weights.values(), output);
        return output;
    }

    /** Adds to the gradients of the layer's parameters as {@link #backward} does, where nobody asks for that by its input. */
    public void differentiate(Matrix gradient) {
        gemm.addATB(input, gradient, weights.gradient());
        for (int row = 0; row < gradient.rows(); row++) {
            Kernels.axpy(
                    1, gradient.values(), gradient.offset(row), bias.gradient().values(), 0, gradient.columns());
        }
    }

    @Override
    public Matrix backward(Matrix gradient) {
        differentiate(gradient);
        inputGradient.zero(input.rows(), input.columns());
        gemm.addABT(gradient, weights.values(), inputGradient);
        return inputGradient;
    }
}
