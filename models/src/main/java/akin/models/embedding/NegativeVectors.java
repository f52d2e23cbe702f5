package akin.models.embedding;

import akin.models.kernel.Kernels;
import akin.models.kernel.Matrix;
import java.util.Arrays;

/**
 * Negatives of which each pair meets the next few, round and round. What each is to be moved by is only noted pair by
 * pair, and summed at the end: then the sum stays in registers.
 */
final class NegativeVectors extends BatchNegatives {
    private final int perPair;
    /** A row per pair: the vector that met negatives. */
    private final Matrix inputs = new Matrix();

    private final float[] biases;
    private final float[] biasGradients;
    private final float[] gradient;
    /** Of each negative, how many pairs it met; which and with what derivative stands from {@code k mostMet} on. */
    private final int[] met;

    private int mostMet;
    private int[] pairs = new int[0];
    private float[] derivatives = new float[0];
    private int turn;
    private int nextPair;

    /**
     * @param most negatives of a batch
     * @param perPair how many of them a pair meets
     */
    NegativeVectors(int most, int perPair, int dimensions) {
        this.perPair = perPair;
        biases = new float[most];
        biasGradients = new float[most];
        met = new int[most];
        gradient = new float[dimensions];
    }

    /**
     * Takes the vectors of those drawn.
     *
     * @param mostPairs of this batch
     */
    void take(Negatives drawn, BatchRows table, int mostPairs) {
        take(drawn, gradient.length);
        inputs.resize(mostPairs, gradient.length);
        // They take turns: each is met once before the first is met again.
        mostMet = size() == 0 ? 0 : Math.min(mostPairs, (mostPairs * perPair + size() - 1) / size());
        if (pairs.length < size() * mostMet) {
            pairs = new int[size() * mostMet];
            derivatives = new float[pairs.length];
        }
        for (int k = 0; k < size(); k++) {
            int place = table.take(slot(k));
            System.arraycopy(
                    table.vectors(), table.offset(place), vectors.values(), vectors.offset(k), gradient.length);
            biases[k] = table.bias(place);
        }
        Arrays.fill(met, 0);
        Arrays.fill(biasGradients, 0);
        turn = 0;
        nextPair = 0;
    }

    /** Writes which ones the next pair meets, but not its own context, and returns how many. */
    int choose(int context, int[] into) {
        int first = size() == 0 ? 0 : turn++ * perPair % size();
        int n = 0;
        for (int i = 0; i < Math.min(perPair, size()); i++) {
            int k = (first + i) % size();
            if (slot(k) != context) {
                into[n++] = k;
            }
        }
        return n;
    }

    /** Returns the product of the k-th with a vector, plus its bias. */
    float logit(int k, float[] x, int offset) {
        return Kernels.dot(vectors.values(), vectors.offset(k), x, offset, vectors.columns()) + biases[k];
    }

    /**
     * Takes the next pair: x, and {@code n} negatives it met.
     *
     * @param by the loss's derivatives by their logits
     * @param gradient that by x is added to it
     */
    void differentiate(int[] ks, float[] by, int n, float[] x, int offset, float[] gradient) {
        Kernels.addRows(by, ks, 0, n, vectors, gradient, 0);
        System.arraycopy(x, offset, inputs.values(), inputs.offset(nextPair), inputs.columns());
        for (int i = 0; i < n; i++) {
            int k = ks[i];
            int at = k * mostMet + met[k]++;
            pairs[at] = nextPair;
            derivatives[at] = by[i];
            biasGradients[k] += by[i];
        }
        nextPair++;
    }

    /** Adds the gradients by the negatives up by slot. */
    void addTo(BatchRows table) {
        for (int k = 0; k < size(); k++) {
            Arrays.fill(gradient, 0);
            Kernels.addRows(derivatives, pairs, k * mostMet, met[k], inputs, gradient, 0);
            table.gradients().add(table.take(slot(k)), gradient, biasGradients[k]);
        }
    }
}
