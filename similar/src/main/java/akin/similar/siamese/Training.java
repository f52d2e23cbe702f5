package akin.similar.siamese;

import akin.models.kernel.Kernels;
import akin.models.kernel.Matrix;
import akin.models.layers.Adam;
import akin.models.layers.AdamSettings;
import akin.models.layers.Parameters;
import akin.models.memory.Memory;
import akin.models.random.Hash;
import akin.similar.compound.Layout;
import akin.similar.pairs.Pair;
import akin.similar.pairs.Task;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Learns a Siamese net from the pairs of several tasks: equation 2 of the product-similarity-service paper,
 * {@code L = Σ_t α_t mean over the pairs of t}. Each step takes a batch of each task. The order of pairs is a hash of seed,
 * task and epoch, so that the net is a function of its input.
 */
final class Training {
    private final SiameseSettings settings;
    private final Matrix compounds;
    private final List<Task> tasks;
    private final Memory memory = new Memory();
    private final SiameseNet net;
    private final Adam worthAdam;
    private final Adam towerAdam;
    private final Parameters worthParameters;
    private final Parameters towerParameters;
    private final Matrix input = new Matrix();
    private final Matrix gradient = new Matrix();
    private long step;

    Training(SiameseSettings settings, Layout layout, Matrix compounds, List<Task> tasks) {
        this.settings = settings;
        this.compounds = compounds;
        this.tasks = tasks.stream().filter(task -> !task.pairs().isEmpty()).toList();
        worthParameters = SiameseNet.worthParameters(memory, settings);
        towerParameters = SiameseNet.towerParameters(memory, settings);
        net = new SiameseNet(worthParameters, towerParameters, layout, settings);
        worthAdam = new Adam(memory, worthParameters, AdamSettings.atRate(settings.worthRate()));
        towerAdam = new Adam(memory, towerParameters, AdamSettings.atRate(settings.rate()));
    }

    SiameseNet net() {
        return net;
    }

    Memory memory() {
        return memory;
    }

    /** Goes back to what memory held. */
    void restore(Snapshot snapshot) {
        snapshot.restore(memory);
        worthParameters.loaded();
        towerParameters.loaded();
    }

    /**
     * Learns all pairs about once; of a task with fewer pairs, fewer at a time.
     *
     * @return the mean loss
     */
    double epoch(int epoch) {
        int batch = settings.batch();
        int most = tasks.stream().mapToInt(task -> task.pairs().size()).max().orElse(0);
        int steps = Math.max(1, most / batch);
        step = (long) epoch * steps;
        int[][] orders = tasks.stream().map(task -> order(task, epoch)).toArray(int[][]::new);
        double loss = 0;
        for (int s = 0; s < steps; s++) {
            for (int t = 0; t < tasks.size(); t++) {
                Task task = tasks.get(t);
                int[] order = orders[t];
                int pairs = Math.max(2, (int) ((long) batch * order.length / most));
                int from = s * pairs;
                loss += learn(
                        task,
                        IntStream.range(from, from + pairs)
                                .map(i -> order[i % order.length])
                                .toArray());
            }
            worthAdam.step();
            towerAdam.step();
            step++;
        }
        return loss / steps;
    }

    private int[] order(Task task, int epoch) {
        long seed = Hash.seed(settings.seed(), task.name());
        int[] order = IntStream.range(0, task.pairs().size()).toArray();
        for (int i = order.length - 1; i > 0; i--) {
            int j = (int) Hash.below(Hash.of(seed, epoch, i), i + 1);
            int other = order[j];
            order[j] = order[i];
            order[i] = other;
        }
        return order;
    }

    /** Adds to the gradients what pairs of a task cost; both members lie in one batch, left before right. */
    private double learn(Task task, int[] pairs) {
        input.resize(2 * pairs.length, compounds.columns());
        for (int i = 0; i < pairs.length; i++) {
            Pair pair = task.pairs().get(pairs[i]);
            copy(pair.left(), 2 * i);
            copy(pair.right(), 2 * i + 1);
        }
        net.start(step);
        Matrix output = net.forward(input);
        gradient.zero(output.rows(), output.columns());
        double loss = 0;
        for (int i = 0; i < pairs.length; i++) {
            boolean isSimilar = task.pairs().get(pairs[i]).isSimilar();
            loss += learn(output, i, isSimilar, task.weight() / pairs.length);
        }
        net.differentiate(gradient);
        return loss;
    }

    private void copy(int product, int row) {
        System.arraycopy(
                compounds.values(), compounds.offset(product), input.values(), input.offset(row), compounds.columns());
    }

    private double learn(Matrix output, int i, boolean isSimilar, double weight) {
        int left = output.offset(2 * i);
        int right = output.offset(2 * i + 1);
        int width = output.columns();
        double squared = squaredDistance(output.values(), left, output.values(), right, width);
        double margin = net.margin();
        float by = (float) (2 * weight * settings.loss().derivative(squared, margin, isSimilar));
        Kernels.axpy(by, output.values(), left, gradient.values(), left, width);
        Kernels.axpy(-by, output.values(), right, gradient.values(), left, width);
        Kernels.axpy(-1, gradient.values(), left, gradient.values(), right, width);
        net.addToMargin(weight * settings.loss().byMargin(squared, margin, isSimilar));
        return weight * settings.loss().loss(squared, margin, isSimilar);
    }

    static double squaredDistance(float[] a, int aAt, float[] b, int bAt, int width) {
        double sum = 0;
        for (int i = 0; i < width; i++) {
            double difference = a[aAt + i] - b[bAt + i];
            sum += difference * difference;
        }
        return sum;
    }
}
