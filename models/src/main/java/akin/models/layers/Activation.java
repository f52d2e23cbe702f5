package akin.models.layers;

import akin.models.kernel.Matrix;
import akin.models.kernel.Scalars;

/** A function of each number. */
public final class Activation implements Layer {
    private final Function function;
    private final Matrix output = new Matrix();
    private final Matrix inputGradient = new Matrix();

    private enum Function {
        TANH {
            @Override
            float apply(float x) {
                return Scalars.tanh(x);
            }

            @Override
            float derivative(float y) {
                return 1 - y * y;
            }
        },
        RELU {
            @Override
            float apply(float x) {
                return Math.max(x, 0);
            }

            @Override
            float derivative(float y) {
                return y > 0 ? 1 : 0;
            }
        },
        SIGMOID {
            @Override
            float apply(float x) {
                return Scalars.sigmoid(x);
            }

            @Override
            float derivative(float y) {
                return y * (1 - y);
            }
        };

        abstract float apply(float x);

        /** The derivative where the function is {@code y}. */
        abstract float derivative(float y);
    }

    private Activation(Function function) {
        this.function = function;
    }

    public static Activation tanh() {
        return new Activation(Function.TANH);
    }

    /** {@code max(x, 0)}. */
    public static Activation relu() {
        return new Activation(Function.RELU);
    }

    public static Activation sigmoid() {
        return new Activation(Function.SIGMOID);
    }

    @Override
    public Matrix forward(Matrix input) {
        output.resize(input.rows(), input.columns());
        for (int i = 0; i < input.rows() * input.columns(); i++) {
            output.values()[i] = function.apply(input.values()[i]);
        }
        return output;
    }

    @Override
    public Matrix backward(Matrix gradient) {
        inputGradient.resize(gradient.rows(), gradient.columns());
        for (int i = 0; i < gradient.rows() * gradient.columns(); i++) {
            inputGradient.values()[i] = gradient.values()[i] * function.derivative(output.values()[i]);
        }
        return inputGradient;
    }
}
