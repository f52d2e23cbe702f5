package akin.models.layers;

import akin.models.kernel.Matrix;

/**
 * {@code y = γ (x - mean) / sqrt(variance + ε) + β}, mean and variance over each row. [Ba et al., Layer Normalization,
 * 2016]
 */
public final class LayerNorm implements Layer {
    private static final float EPSILON = 1e-5f;

    private final Parameter gains;
    private final Parameter biases;
    private final Matrix normal = new Matrix();
    private final Matrix output = new Matrix();
    private final Matrix inputGradient = new Matrix();
    private float[] scales = new float[0];

    /** Makes a layer whose parameters are called {@code NAME.gains} and {@code NAME.biases}. */
    public LayerNorm(Parameters parameters, String name, int width) {
        gains = parameters.add(name + ".gains", 1, width, Initial.constant(1));
        biases = parameters.add(name + ".biases", 1, width, Initial.constant(0));
    }

    @Override
    public Matrix forward(Matrix input) {
        int width = input.columns();
        normal.resize(input.rows(), width);
        output.resize(input.rows(), width);
        scales = scales.length < input.rows() ? new float[input.rows()] : scales;
        float[] gain = gains.values().values();
        float[] bias = biases.values().values();
        for (int row = 0; row < input.rows(); row++) {
            normalise(input, row);
            int at = output.offset(row);
            for (int i = 0; i < width; i++) {
                output.values()[at + i] = gain[i] * normal.values()[at + i] + bias[i];
            }
        }
        return output;
    }

    private void normalise(Matrix input, int row) {
        int width = input.columns();
        int at = input.offset(row);
        double sum = 0;
        double squares = 0;
        for (int i = at; i < at + width; i++) {
            sum += input.values()[i];
            squares += (double) input.values()[i] * input.values()[i];
        }
        double mean = sum / width;
        double variance = Math.max(0, squares / width - mean * mean);
        scales[row] = (float) (1 / Math.sqrt(variance + EPSILON));
        for (int i = at; i < at + width; i++) {
            normal.values()[i] = (float) ((input.values()[i] - mean) * scales[row]);
        }
    }

    @Override
    public Matrix backward(Matrix gradient) {
        inputGradient.resize(gradient.rows(), gradient.columns());
        for (int row = 0; row < gradient.rows(); row++) {
            backward(gradient, row);
        }
        return inputGradient;
    }

    private void backward(Matrix gradient, int row) {
        int width = gradient.columns();
        int at = gradient.offset(row);
        float[] gain = gains.values().values();
        double sum = 0;
        double along = 0;
        for (int i = 0; i < width; i++) {
            float derivative = gradient.values()[at + i];
            float y = normal.values()[at + i];
            gains.gradient().values()[i] += derivative * y;
            biases.gradient().values()[i] += derivative;
            sum += derivative * gain[i];
            along += (double) derivative * gain[i] * y;
        }
        for (int i = 0; i < width; i++) {
            double centred =
                    gradient.values()[at + i] * gain[i] - sum / width - normal.values()[at + i] * along / width;
            inputGradient.values()[at + i] = (float) (scales[row] * centred);
        }
    }
}
