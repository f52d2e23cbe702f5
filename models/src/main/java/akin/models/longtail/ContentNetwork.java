package akin.models.longtail;

import akin.models.kernel.Matrix;
import akin.models.layers.Activation;
import akin.models.layers.Adam;
import akin.models.layers.AdamSettings;
import akin.models.layers.Dropout;
import akin.models.layers.Layer;
import akin.models.layers.Linear;
import akin.models.layers.Parameters;
import akin.models.layers.Sequential;
import akin.models.memory.Memory;
import akin.models.random.Hash;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Foretells an item's vector of behaviour from its content: a perceptron with one hidden layer and the mean squared
 * error. Items by turns are held out whole, and the epoch that foretells those best is kept.
 */
public final class ContentNetwork {
    private static final int HELD_OUT = 10;
    private static final int PATIENCE = 4;
    private static final int CHUNK = 1024;

    private final ContentSettings settings;
    private final int inputs;
    private final int outputs;
    private final Parameters parameters;
    private final Adam adam;
    private final Dropout dropout;
    private final Layer layers;
    private final Matrix x = new Matrix();
    private final Matrix gradient = new Matrix();
    private float[][] best;
    private double bestError = Double.POSITIVE_INFINITY;

    /** Fills rows of content: the network never sees all of it at once. */
    @FunctionalInterface
    public interface Content {
        /** Writes the content of an item into a row of zeros. */
        void read(int item, Matrix into, int row);
    }

    public ContentNetwork(int inputs, int outputs, ContentSettings settings) {
        this.settings = settings;
        this.inputs = inputs;
        this.outputs = outputs;
        Memory memory = new Memory();
        parameters = new Parameters(memory, "content", settings.seed());
        dropout = new Dropout("content", (float) settings.dropout(), settings.seed());
        Linear first = new Linear(parameters, "hidden", inputs, settings.hidden());
        layers = new Sequential(
                first, Activation.relu(), dropout, new Linear(parameters, "output", settings.hidden(), outputs));
        adam = new Adam(memory, parameters, AdamSettings.atRate(settings.rate()));
    }

    /**
     * Learns.
     *
     * @param items to learn from
     * @param targets a row per item of the catalogue
     * @return the mean squared error of a vector on items held out, which is NaN when there are none
     */
    public double train(int[] items, Content content, Matrix targets) {
        int[] heldOut = split(items, true);
        int[] learned = split(items, false);
        int worse = 0;
        for (int epoch = 0; epoch < settings.epochs() && worse < PATIENCE && learned.length > 0; epoch++) {
            learn(shuffled(learned, epoch), content, targets, epoch);
            double error = heldOut.length == 0 ? -epoch : error(heldOut, content, targets);
            worse = error < bestError ? 0 : worse + 1;
            if (error < bestError) {
                bestError = error;
                best = parameters.copyValues();
            }
        }
        if (best != null) {
            parameters.setValues(best);
        }
        return heldOut.length == 0 ? Double.NaN : bestError;
    }

    private int[] split(int[] items, boolean heldOut) {
        long seed = Hash.seed(settings.seed(), "held out");
        return Arrays.stream(items)
                .filter(item -> (Hash.below(Hash.of(seed, 0, item), HELD_OUT) == 0) == heldOut)
                .toArray();
    }

    private int[] shuffled(int[] items, int epoch) {
        int[] order = items.clone();
        long seed = Hash.seed(settings.seed(), "order");
        for (int i = order.length - 1; i > 0; i--) {
            int k = (int) Hash.below(Hash.of(seed, epoch, i), i + 1L);
            int swapped = order[i];
            order[i] = order[k];
            order[k] = swapped;
        }
        return order;
    }

    private void learn(int[] items, Content content, Matrix targets, int epoch) {
        int batches = (items.length + settings.batch() - 1) / settings.batch();
        for (int batch = 0; batch < batches; batch++) {
            int from = batch * settings.batch();
            int n = Math.min(settings.batch(), items.length - from);
            dropout.start((long) epoch * batches + batch);
            differentiate(items, from, n, content, targets);
            layers.backward(gradient);
            adam.step();
        }
        dropout.stop();
    }

    /** Returns the sum of squared errors; the gradient is that of their mean. */
    private double differentiate(int[] items, int from, int n, Content content, Matrix targets) {
        Matrix y = layers.forward(read(items, from, n, content));
        gradient.resize(n, outputs);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < outputs; k++) {
                float error = y.values()[y.offset(i) + k] - targets.values()[targets.offset(items[from + i]) + k];
                gradient.values()[gradient.offset(i) + k] = 2 * error / n;
                sum += error * error;
            }
        }
        return sum;
    }

    private Matrix read(int[] items, int from, int n, Content content) {
        x.zero(n, inputs);
        for (int i = 0; i < n; i++) {
            content.read(items[from + i], x, i);
        }
        return x;
    }

    private double error(int[] items, Content content, Matrix targets) {
        double sum = 0;
        for (int from = 0; from < items.length; from += CHUNK) {
            sum += differentiate(items, from, Math.min(CHUNK, items.length - from), content, targets);
        }
        return sum / items.length;
    }

    /** Foretells the vectors of items {@code 0} to {@code n - 1}. */
    public Matrix foretell(int n, Content content) {
        Matrix vectors = new Matrix();
        vectors.resize(n, outputs);
        int[] items = IntStream.range(0, n).toArray();
        for (int from = 0; from < n; from += CHUNK) {
            int rows = Math.min(CHUNK, n - from);
            Matrix y = layers.forward(read(items, from, rows, content));
            System.arraycopy(y.values(), 0, vectors.values(), vectors.offset(from), rows * outputs);
        }
        return vectors;
    }
}
