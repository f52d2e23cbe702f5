package akin.models.embedding;

import akin.models.component.Learning;
import akin.models.kernel.Kernels;
import akin.models.kernel.Matrix;
import akin.models.memory.Memory;
import akin.models.memory.Setting;
import java.util.Arrays;
import java.util.List;

/**
 * Scores items by what the shopper did just now: with the window's items j, newest first,
 * <pre>  h = Σ_j wj vj        s(i | h) = c cos(h, v'i)</pre>
 *
 * <p>The personalised model (formulas 6 to 8 of the personalized-similar-products paper) learns {@code w}, one weight per
 * place, with the vectors. Supervised item similarity has no weights, so that the score is a sum over pairs (j, i), and a
 * bias per item. Where the papers take inner products of two tables, this takes the cosine times a constant, and by
 * default {@code v' = v}: popular items don't win by their length, and a pair learned one way is known the other way
 * [Gupta et al., NISER, 2019]. In one pass over a stream that is worth a third of the recall (docs/benchmarks.md).
 */
final class WindowModel implements Learner {
    private static final float NOISE = 0.3f;

    private final String name;
    private final Loss loss;
    private final boolean cart;
    private final int window;
    private final Embeddings history;
    private final Embeddings items;
    private final PositionWeights positions;
    private final Progress progress;
    private final Gradients historyGradients;
    private final Gradients itemGradients;
    private final Users users;
    private final UnitNegatives negatives;
    private final Matrix logits = new Matrix();
    /** One example's logits, the target's first. */
    private final float[] targetFirst;

    private final float[] biases;
    private final float[] corrections;

    private float[] targetDerivatives = new float[0];

    private WindowModel(
            Memory memory, String name, EmbeddingSettings settings, Loss loss, Kind kind, ColdStart coldStart) {
        this.name = name;
        this.loss = loss;
        window = settings.window();
        cart = kind == Kind.CART;
        Setting[] shape = {settings.shapeOfVectors(), settings.shapeOfTables()};
        items = new Embeddings(memory, name + ".items", settings, NOISE, coldStart, shape);
        itemGradients = new Gradients(settings.dimensions());
        if (settings.sharedTable()) {
            history = items;
            historyGradients = itemGradients;
        } else {
            history = new Embeddings(memory, name + ".history", settings, NOISE, coldStart, shape);
            historyGradients = new Gradients(settings.dimensions());
        }
        positions = kind == Kind.SUPERVISED ? null : new PositionWeights(memory, name + ".positions", settings);
        progress = new Progress(memory, name);
        users = new Users(history, positions, settings.scale());
        negatives = new UnitNegatives();
        targetFirst = new float[1 + settings.negatives()];
        biases = new float[settings.negatives()];
        corrections = new float[settings.negatives()];
    }

    private enum Kind {
        PERSONALIZED,
        CART,
        SUPERVISED
    }

    static WindowModel personalized(Memory memory, EmbeddingSettings settings, ColdStart coldStart) {
        return new WindowModel(memory, "personalized", settings, Loss.SOFTMAX, Kind.PERSONALIZED, coldStart);
    }

    /** Personalised, and what leads into the cart counts more (formula 9). */
    static WindowModel personalizedCart(Memory memory, EmbeddingSettings settings, ColdStart coldStart) {
        return new WindowModel(memory, "personalized-cart", settings, Loss.SOFTMAX, Kind.CART, coldStart);
    }

    static WindowModel supervised(Memory memory, EmbeddingSettings settings, ColdStart coldStart) {
        return new WindowModel(memory, "supervised", settings, settings.supervised(), Kind.SUPERVISED, coldStart);
    }

    @Override
    public String name() {
        return name;
    }

    /** Vectors of what was visited. */
    Embeddings history() {
        return history;
    }

    /** Vectors of what is scored. */
    Embeddings items() {
        return items;
    }

    Users users() {
        return users;
    }

    /** Most items of a window that count. */
    int window() {
        return window;
    }

    /** True when a score is a sum over the window's items, and has a bias. */
    boolean isSum() {
        return positions == null;
    }

    /** The score of a row that {@link #items} has, for a user of {@link #users}. */
    float score(float[] user, int at, int row) {
        float product = Kernels.dot(user, at, items.page(row), items.offset(row), items.dimensions());
        return product / items.length(row) + (isSum() ? items.bias(row) : 0);
    }

    @Override
    public void learn(Batch batch, Negatives drawn) {
        long refused = refused();
        historyGradients.clear();
        itemGradients.clear();
        users.take(batch);
        negatives.take(drawn, items);
        for (int k = 0; k < negatives.size(); k++) {
            biases[k] = isSum() ? negatives.bias(k) : 0;
            corrections[k] = correction(negatives.logQ(k));
        }
        negatives.products(users.vectors(), logits);
        targetDerivatives = targetDerivatives.length < batch.size() ? new float[batch.size()] : targetDerivatives;
        for (int example = 0; example < batch.size(); example++) {
            differentiate(batch, example, drawn);
        }
        negatives.differentiate(logits, users.vectors(), users.gradients());
        for (int example = 0; example < batch.size(); example++) {
            spread(batch, example);
        }
        negatives.addTo(itemGradients);
        if (isSum()) {
            negatives.addBiases(logits, itemGradients);
        }
        items.step(itemGradients);
        if (history != items) {
            history.step(historyGradients);
        }
        boolean isFinite = positions == null || positions.step();
        progress.endBatch(refused() - refused + (isFinite ? 0 : 1));
    }

    private long refused() {
        return items.refused() + (history == items ? 0 : history.refused());
    }

    /** Turns an example's row of logits into the loss's derivatives by them. */
    private void differentiate(Batch batch, int example, Negatives drawn) {
        float[] row = logits.values();
        int at = logits.offset(example);
        int n = negatives.size();
        float weight = batch.weight(example, cart);
        if (weight == 0) {
            Arrays.fill(row, at, at + n, 0);
            return;
        }
        int target = batch.target(example);
        items.start(target);
        targetFirst[0] = score(users.vectors().values(), users.vectors().offset(example), target)
                - correction(drawn.logQ(target));
        for (int k = 0; k < n; k++) {
            targetFirst[1 + k] =
                    negatives.row(k) == target ? Float.NEGATIVE_INFINITY : row[at + k] + biases[k] - corrections[k];
        }
        double of = loss.differentiate(targetFirst, 1 + n);
        if (example < batch.fresh()) {
            note(of, target);
        }
        targetDerivatives[example] = weight * targetFirst[0];
        for (int k = 0; k < n; k++) {
            row[at + k] = weight * targetFirst[1 + k];
        }
    }

    private float correction(float logQ) {
        return loss == Loss.SOFTMAX ? logQ : 0;
    }

    private void note(double of, int target) {
        progress.example(of);
        if (loss != Loss.PAIRWISE) {
            progress.predicted(1 + targetFirst[0], true);
            for (int k = 0; k < negatives.size(); k++) {
                if (negatives.row(k) != target) {
                    progress.predicted(targetFirst[1 + k], false);
                }
            }
        }
    }

    private void spread(Batch batch, int example) {
        if (batch.weight(example, cart) == 0) {
            return;
        }
        int target = batch.target(example);
        float[] user = users.vectors().values();
        int at = users.vectors().offset(example);
        int n = items.dimensions();
        float[] page = items.page(target);
        int offset = items.offset(target);
        float derivative = targetDerivatives[example] / items.length(target);
        Kernels.axpy(derivative, page, offset, users.gradients().values(), at, n);
        float along = Kernels.dot(user, at, page, offset, n) / (items.length(target) * items.length(target));
        itemGradients.addVector(target, derivative, user, at);
        itemGradients.addVector(target, -derivative * along, page, offset);
        if (isSum()) {
            itemGradients.addBias(target, targetDerivatives[example]);
        }
        users.spread(batch, example, historyGradients);
    }

    @Override
    public List<Embeddings> tables() {
        return history == items ? List.of(items) : List.of(history, items);
    }

    @Override
    public void adopt(Learner other) {
        WindowModel before = (WindowModel) other;
        Projection projection = Projection.of(items.dimensions(), before.history, before.items);
        items.adopt(before.items, projection, history == items ? NOISE / 10 : 0);
        if (history != items) {
            history.adopt(before.history, projection, NOISE);
        }
        if (positions != null) {
            positions.adopt(before.positions);
        }
    }

    @Override
    public void forget(int row) {
        history.forget(row);
        items.forget(row);
    }

    @Override
    public Learning figures() {
        return progress.figures();
    }
}
