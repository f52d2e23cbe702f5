package akin.models.layers;

import akin.models.kernel.Matrix;

/**
 * {@code y = γ (x - mean) / sqrt(variance + ε) + β} per column: over the rows of the batch while it is learned, and over
 * what was learned, fading by a tenth with each batch, in use. [Ioffe and Szegedy, ICML 2015]
 *
 * <p>The running means and variances are parameters whose gradient is always zero, so that they persist with the others.
 */
public final class BatchNorm implements Layer {
    private static final float EPSILON = 1e-5f;
    private static final float MOMENTUM = 0.1f;

    private final Parameter gains;
    private final Parameter biases;
    private final Parameter means;
    private final Parameter variances;
    private final Matrix normal = new Matrix();
    private final Matrix output = new Matrix();
    private final Matrix inputGradient = new Matrix();
    private final double[] centres;
    private final double[] scales;
    private boolean isLearning;

    /** Makes a layer whose parameters are called {@code NAME.gains}, {@code .biases}, {@code .means}, {@code .variances}. */
    public BatchNorm(Parameters parameters, String name, int width) {
        gains = parameters.add(name + ".gains", 1, width, Initial.constant(1));
        biases = parameters.add(name + ".biases", 1, width, Initial.constant(0));
        means = parameters.add(name + ".means", 1, width, Initial.constant(0));
        variances = parameters.add(name + ".variances", 1, width, Initial.constant(1));
        centres = new double[width];
        scales = new double[width];
    }

    /** Normalises by each batch, which has two rows at least, from now on. */
    public void start() {
        isLearning = true;
    }

    /** Normalises by what was learned from now on. */
    public void stop() {
        isLearning = false;
    }

    @Override
    public Matrix forward(Matrix input) {
        if (isLearning) {
            measure(input);
        } else {
            recall();
        }
        int width = input.columns();
        normal.resize(input.rows(), width);
        output.resize(input.rows(), width);
        float[] gain = gains.values().values();
        float[] bias = biases.values().values();
        for (int row = 0, at = 0; row < input.rows(); row++) {
            for (int i = 0; i < width; i++, at++) {
                normal.values()[at] = (float) ((input.values()[at] - centres[i]) * scales[i]);
                output.values()[at] = gain[i] * normal.values()[at] + bias[i];
            }
        }
        return output;
    }

    private void measure(Matrix input) {
        int rows = input.rows();
        if (rows < 2) {
            throw new IllegalArgumentException("a batch of " + rows + " rows has no variance, 2 are needed");
        }
        for (int i = 0; i < input.columns(); i++) {
            double sum = 0;
            for (int row = 0, at = i; row < rows; row++, at += input.columns()) {
                sum += input.values()[at];
            }
            double mean = sum / rows;
            double squares = 0;
            for (int row = 0, at = i; row < rows; row++, at += input.columns()) {
                squares += (input.values()[at] - mean) * (input.values()[at] - mean);
            }
            centres[i] = mean;
            scales[i] = 1 / Math.sqrt(squares / rows + EPSILON);
            remember(means, i, mean);
            remember(variances, i, squares / (rows - 1));
        }
    }

    private static void remember(Parameter parameter, int i, double value) {
        float[] values = parameter.values().values();
        values[i] += MOMENTUM * ((float) value - values[i]);
    }

    private void recall() {
        for (int i = 0; i < centres.length; i++) {
            centres[i] = means.values().values()[i];
            scales[i] = 1 / Math.sqrt(variances.values().values()[i] + EPSILON);
        }
    }

    @Override
    public Matrix backward(Matrix gradient) {
        int width = gradient.columns();
        inputGradient.resize(gradient.rows(), width);
        for (int i = 0; i < width; i++) {
            backward(gradient, i);
        }
        return inputGradient;
    }

    private void backward(Matrix gradient, int i) {
        int width = gradient.columns();
        int rows = gradient.rows();
        double sum = 0;
        double along = 0;
        for (int row = 0, at = i; row < rows; row++, at += width) {
            sum += gradient.values()[at];
            along += (double) gradient.values()[at] * normal.values()[at];
        }
        gains.gradient().values()[i] += (float) along;
        biases.gradient().values()[i] += (float) sum;
        double gain = gains.values().values()[i] * scales[i];
        for (int row = 0, at = i; row < rows; row++, at += width) {
            double centred = isLearning ? (sum + along * normal.values()[at]) / rows : 0;
            inputGradient.values()[at] = (float) (gain * (gradient.values()[at] - centred));
        }
    }
}
