package akin.models.layers;

import akin.models.memory.Memory;
import akin.models.memory.Vectors;
import java.util.Arrays;

/**
 * Adam [Kingma and Ba, ICLR 2015] with its state in pages. A parameter that joins later has its own bias correction.
 *
 * <ul>
 *   <li>{@code NAME.adam}, floats: per block of parameters the means of the gradients, then of their squares
 *   <li>{@code NAME.adam.corrections}, floats: per parameter {@code 1 - beta1^t} and {@code 1 - beta2^t}
 * </ul>
 */
public final class Adam implements Optimizer {
    private static final int BLOCK = Parameters.BLOCK;

    private final Parameters parameters;
    private final Vectors moments;
    private final Vectors corrections;
    private final float rate;
    private final float beta1;
    private final float beta2;
    private final float epsilon;
    private long refused;

    public Adam(Memory memory, Parameters parameters, AdamSettings settings) {
        this.parameters = parameters;
        moments = memory.vectors(parameters.network() + ".adam", 2 * BLOCK, parameters.shapedBy());
        corrections = memory.vectors(parameters.network() + ".adam.corrections", 2, parameters.shapedBy());
        rate = (float) settings.rate();
        beta1 = (float) settings.beta1();
        beta2 = (float) settings.beta2();
        epsilon = (float) settings.epsilon();
    }

    @Override
    public boolean step() {
        boolean finite = true;
        for (int n = 0; n < parameters.size(); n++) {
            finite &= parameters.get(n).hasFiniteGradient();
        }
        for (int n = 0; n < parameters.size(); n++) {
            if (finite) {
                step(n);
            }
            Arrays.fill(parameters.get(n).gradient().values(), 0);
        }
        refused += finite ? 0 : 1;
        return finite;
    }

    private void step(int n) {
        int size = parameters.get(n).size();
        float correction1 = correction(parameters.entry(n), 0, beta1);
        float correction2 = correction(parameters.entry(n), 1, beta2);
        int block = parameters.firstBlock(n);
        for (int at = 0; at < size; at += BLOCK, block++) {
            moments.ensure(block);
            step(n, at, Math.min(BLOCK, size - at), block, correction1, correction2);
        }
        parameters.write(n);
    }

    /** Goes on from {@code 1 - beta^(t-1)} to {@code 1 - beta^t}. */
    private float correction(int entry, int which, float beta) {
        corrections.ensure(entry);
        float before = corrections.get(entry, which);
        float correction = before + (1 - beta) * (1 - before);
        corrections.set(entry, which, correction);
        return correction;
    }

    private void step(int n, int at, int length, int block, float correction1, float correction2) {
        float[] values = parameters.get(n).values().values();
        float[] gradient = parameters.get(n).gradient().values();
        float[] page = moments.writable(block);
        int means = moments.offset(block);
        int squares = means + BLOCK;
        for (int i = 0; i < length; i++) {
            float g = gradient[at + i];
            float mean = beta1 * page[means + i] + (1 - beta1) * g;
            float square = beta2 * page[squares + i] + (1 - beta2) * g * g;
            page[means + i] = mean;
            page[squares + i] = square;
            values[at + i] -= rate * (mean / correction1) / ((float) Math.sqrt(square / correction2) + epsilon);
        }
    }

    @Override
    public long refused() {
        return refused;
    }
}
