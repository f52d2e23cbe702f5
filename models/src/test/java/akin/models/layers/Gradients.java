package akin.models.layers;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.kernel.Matrix;
import akin.models.memory.Memory;
import java.util.Random;
import java.util.function.DoubleSupplier;

/** Compares what a backward pass says with finite differences of the loss. */
public final class Gradients {
    private static final float STEP = 1e-3f;
    private static final double TOLERANCE = 5e-3;

    private Gradients() {}

    public static Parameters parameters() {
        return new Parameters(new Memory(), "network", 1);
    }

    public static Matrix random(int rows, int columns, long seed) {
        Random random = new Random(seed);
        Matrix matrix = new Matrix();
        matrix.resize(rows, columns);
        for (int i = 0; i < rows * columns; i++) {
            matrix.values()[i] = (float) random.nextGaussian();
        }
        return matrix;
    }

    public static Matrix copy(Matrix matrix) {
        Matrix copy = new Matrix();
        copy.resize(matrix.rows(), matrix.columns());
        System.arraycopy(matrix.values(), 0, copy.values(), 0, matrix.rows() * matrix.columns());
        return copy;
    }

    /** Moves all parameters away from where they start, so that none has a gradient of zero by symmetry. */
    public static void scatter(Parameters parameters, long seed) {
        Random random = new Random(seed);
        for (int n = 0; n < parameters.size(); n++) {
            Matrix values = parameters.get(n).values();
            for (int i = 0; i < values.rows() * values.columns(); i++) {
                values.values()[i] += (float) random.nextGaussian() / 4;
            }
        }
    }

    /** The inner product of two matrices, in doubles: a loss whose gradient by either is the other. */
    public static double product(Matrix a, Matrix b) {
        double sum = 0;
        for (int i = 0; i < a.rows() * a.columns(); i++) {
            sum += (double) a.values()[i] * b.values()[i];
        }
        return sum;
    }

    /** The gradient by the parameter of a name. */
    public static float[] of(Parameters parameters, String name) {
        for (int n = 0; n < parameters.size(); n++) {
            if (parameters.get(n).name().equals(name)) {
                return parameters.get(n).gradient().values();
            }
        }
        throw new AssertionError("there is no parameter " + name);
    }

    public static void checkParameters(Parameters parameters, DoubleSupplier loss) {
        for (int n = 0; n < parameters.size(); n++) {
            Parameter parameter = parameters.get(n);
            check(parameter.name(), parameter.values(), parameter.gradient(), loss);
        }
    }

    /** Checks the parameter of a name only. */
    public static void checkParameter(Parameters parameters, String name, DoubleSupplier loss) {
        for (int n = 0; n < parameters.size(); n++) {
            Parameter parameter = parameters.get(n);
            if (parameter.name().equals(name)) {
                check(name, parameter.values(), parameter.gradient(), loss);
                return;
            }
        }
        throw new AssertionError("there is no parameter " + name);
    }

    public static void check(String name, Matrix at, Matrix gradient, DoubleSupplier loss) {
        int n = at.rows() * at.columns();
        double error = 0;
        double size = 0;
        for (int i = 0; i < n; i++) {
            double numeric = derivative(at.values(), i, loss);
            double difference = numeric - gradient.values()[i];
            error += difference * difference;
            size += numeric * numeric;
        }
        assertThat(size).as("gradient by %s", name).isPositive();
        assertThat(Math.sqrt(error / size))
                .as("relative error of the gradient by %s", name)
                .isLessThan(TOLERANCE);
    }

    private static double derivative(float[] at, int i, DoubleSupplier loss) {
        float value = at[i];
        at[i] = value + STEP;
        float above = at[i];
        double lossAbove = loss.getAsDouble();
        at[i] = value - STEP;
        float below = at[i];
        double lossBelow = loss.getAsDouble();
        at[i] = value;
        return (lossAbove - lossBelow) / ((double) above - below);
    }
}
