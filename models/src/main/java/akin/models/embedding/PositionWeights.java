package akin.models.embedding;

import akin.models.kernel.Kernels;
import akin.models.memory.Memory;
import akin.models.memory.Vectors;

/** One weight per position of the window, 0 the newest, trained by Adam [Kingma and Ba, ICLR 2015]. */
final class PositionWeights implements WindowWeights {
    private static final float RATE = 0.002f;
    private static final float BETA1 = 0.9f;
    private static final float BETA2 = 0.999f;
    private static final float EPSILON = 1e-8f;

    private static final int WEIGHTS = 0;
    private static final int MEANS = 1;
    private static final int SQUARES = 2;
    private static final int POWERS = 3;

    private final Vectors rows;
    private final float[] gradient;

    PositionWeights(Memory memory, String name, ExampleSettings settings) {
        int window = settings.window();
        rows = memory.vectors(name, Math.max(2, window), settings.shapeOfWindows());
        rows.ensure(POWERS);
        gradient = new float[window];
        for (int i = 0; i < window; i++) {
            rows.set(WEIGHTS, i, 1);
        }
        rows.set(POWERS, 0, 1);
        rows.set(POWERS, 1, 1);
    }

    /** Takes over another window's weights; positions farther back than it had weigh as its last. */
    @Override
    public void adopt(WindowWeights weights) {
        PositionWeights other = (PositionWeights) weights;
        int known = other.gradient.length;
        for (int i = 0; known != gradient.length && i < gradient.length; i++) {
            for (int row = WEIGHTS; row <= SQUARES; row++) {
                rows.set(row, i, other.rows.get(row, Math.min(i, known - 1)));
            }
        }
        for (int power = 0; power < 2; power++) {
            rows.set(POWERS, power, other.rows.get(POWERS, power));
        }
    }

    @Override
    public float get(int position) {
        return rows.get(WEIGHTS, position);
    }

    @Override
    public void addGradient(int position, float[] bySum, int at, Embeddings history, int slot) {
        addGradient(position, Kernels.dot(bySum, at, history.page(slot), history.offset(slot), history.dimensions()));
    }

    void addGradient(int position, float derivative) {
        gradient[position] += derivative;
    }

    @Override
    public boolean step() {
        float power1 = rows.get(POWERS, 0) * BETA1;
        float power2 = rows.get(POWERS, 1) * BETA2;
        boolean finite = true;
        boolean any = false;
        for (float derivative : gradient) {
            finite &= Float.isFinite(derivative);
            any |= derivative != 0;
        }
        // Without a gradient Adam's means would go on moving the weights.
        if (!any) {
            return true;
        }
        for (int i = 0; i < gradient.length; i++) {
            if (finite) {
                step(i, 1 - power1, 1 - power2);
            }
            gradient[i] = 0;
        }
        if (finite) {
            rows.set(POWERS, 0, power1);
            rows.set(POWERS, 1, power2);
        }
        return finite;
    }

    private void step(int i, float correction1, float correction2) {
        float mean = BETA1 * rows.get(MEANS, i) + (1 - BETA1) * gradient[i];
        float square = BETA2 * rows.get(SQUARES, i) + (1 - BETA2) * gradient[i] * gradient[i];
        rows.set(MEANS, i, mean);
        rows.set(SQUARES, i, square);
        float step = RATE * (mean / correction1) / ((float) Math.sqrt(square / correction2) + EPSILON);
        rows.set(WEIGHTS, i, get(i) - step);
    }
}
