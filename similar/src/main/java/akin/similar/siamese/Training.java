package akin.similar.siamese;

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
    private final List<Lessons> lessons;
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
        lessons = this.tasks.stream().map(this::lessons).toList();
        worthParameters = SiameseNet.worthParameters(memory, settings);
        towerParameters = SiameseNet.towerParameters(memory, settings);
        net = new SiameseNet(worthParameters, towerParameters, layout, settings);
        worthAdam = new Adam(memory, worthParameters, AdamSettings.atRate(settings.worthRate()));
        towerAdam = new Adam(memory, towerParameters, AdamSettings.atRate(settings.rate()));
    }

    private Lessons lessons(Task task) {
        long seed = Hash.seed(settings.seed(), task.name());
        return settings.loss().isOfTriplets()
                ? new Triplets(task.pairs(), similar(), seed)
                : new ShuffledPairs(task.pairs(), seed);
    }

    private List<Pair> similar() {
        return tasks.stream()
                .flatMap(task -> task.pairs().stream())
                .filter(Pair::isSimilar)
                .toList();
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
        List<List<Pair>> all = lessons.stream().map(lesson -> lesson.of(epoch)).toList();
        int most = all.stream().mapToInt(List::size).max().orElse(0);
        int steps = Math.max(1, most / batch);
        step = (long) epoch * steps;
        double loss = 0;
        for (int s = 0; s < steps; s++) {
            for (int t = 0; t < tasks.size(); t++) {
                List<Pair> pairs = all.get(t);
                if (!pairs.isEmpty()) {
                    int size = whole(Math.max(2, (int) ((long) batch * pairs.size() / most)));
                    loss += learn(tasks.get(t), from(pairs, s * size, size));
                }
            }
            worthAdam.step();
            towerAdam.step();
            step++;
        }
        return loss / steps;
    }

    /** Triplets stay together. */
    private int whole(int pairs) {
        return settings.loss().isOfTriplets() ? pairs - pairs % 2 : pairs;
    }

    /** Some pairs, the first again after the last. */
    private static List<Pair> from(List<Pair> pairs, int at, int size) {
        return IntStream.range(at, at + size)
                .mapToObj(i -> pairs.get(i % pairs.size()))
                .toList();
    }

    /** Adds to the gradients what pairs of a task cost; both members lie in one batch, left before right. */
    private double learn(Task task, List<Pair> pairs) {
        input.resize(2 * pairs.size(), compounds.columns());
        for (int i = 0; i < pairs.size(); i++) {
            copy(pairs.get(i).left(), 2 * i);
            copy(pairs.get(i).right(), 2 * i + 1);
        }
        net.start(step);
        Matrix output = net.forward(input);
        PairCosts costs = new PairCosts(settings.loss(), net.margin(), net::addToMargin);
        double loss = costs.of(pairs, output, task.weight(), gradient);
        net.differentiate(gradient);
        return loss;
    }

    private void copy(int product, int row) {
        System.arraycopy(
                compounds.values(), compounds.offset(product), input.values(), input.offset(row), compounds.columns());
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
