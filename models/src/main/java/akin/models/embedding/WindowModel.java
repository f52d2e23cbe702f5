package akin.models.embedding;

import akin.models.kernel.Kernels;
import akin.models.memory.Memory;
import java.util.Arrays;

/**
 * Scores items by what the shopper did just now: with the window's items j, newest first,
 * <pre>  u = c Σ_j wj vj        p(i | u) = u · v'i</pre>
 *
 * <p>The personalised model (formulas 6 to 8 of the personalized-similar-products paper): {@code c} is one over the number
 * of items, {@code w} one weight per place, trained with the tables. Supervised item similarity: {@code c} and {@code w}
 * are one, so that the logit is the sum of the scores of the pairs, {@code s(i, j) = vj · v'i}, plus the item's bias.
 */
final class WindowModel implements Learner {
    private static final float NOISE = 0.1f;

    private final String name;
    private final int dimensions;
    private final Loss loss;
    private final boolean cart;
    private final int window;
    private final Embeddings history;
    private final Embeddings items;
    private final PositionWeights positions;
    private final Progress progress;
    private final Gradients historyGradients;
    private final Gradients itemGradients;
    private final NegativeVectors drawn;
    private final float[] user;
    private final float[] userGradient;
    private final float[] logits;
    private Negatives negatives;

    private WindowModel(
            Memory memory, String name, EmbeddingSettings settings, Loss loss, Kind kind, ColdStart coldStart) {
        this.name = name;
        this.loss = loss;
        window = settings.window();
        cart = kind == Kind.CART;
        dimensions = settings.dimensions();
        history = new Embeddings(memory, name + ".history", settings, NOISE, coldStart);
        items = new Embeddings(memory, name + ".items", settings, NOISE, coldStart);
        positions =
                kind == Kind.SUPERVISED ? null : new PositionWeights(memory, name + ".positions", settings.window());
        progress = new Progress(memory, name);
        historyGradients = new Gradients(dimensions);
        itemGradients = new Gradients(dimensions);
        drawn = new NegativeVectors(settings);
        user = new float[dimensions];
        userGradient = new float[dimensions];
        logits = new float[1 + settings.negatives()];
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

    Embeddings history() {
        return history;
    }

    Embeddings items() {
        return items;
    }

    /** Most items of a window that count. */
    int window() {
        return window;
    }

    /** True when a logit is the sum over the window's items, and has a bias. */
    boolean isSum() {
        return positions == null;
    }

    float weight(int position, int n) {
        return positions == null ? 1 : positions.get(position) / n;
    }

    @Override
    public void learn(Batch batch, Negatives batchNegatives) {
        negatives = batchNegatives;
        long refused = history.refused() + items.refused();
        historyGradients.clear();
        itemGradients.clear();
        drawn.take(batchNegatives, items);
        for (int example = 0; example < batch.size(); example++) {
            float weight = batch.weight(example, cart);
            if (weight > 0) {
                learn(batch, example, weight);
            }
        }
        drawn.addTo(itemGradients, isSum());
        history.step(historyGradients);
        items.step(itemGradients);
        boolean isFinite = positions == null || positions.step();
        progress.endBatch(history.refused() + items.refused() - refused + (isFinite ? 0 : 1));
    }

    private void learn(Batch batch, int example, float weight) {
        represent(batch, example);
        int target = batch.target(example);
        items.start(target);
        score(target);
        boolean isFresh = example < batch.fresh();
        double of = loss.differentiate(logits, 1 + drawn.size());
        if (isFresh) {
            note(of, target);
        }
        differentiate(target, weight);
        spread(batch, example);
    }

    private void represent(Batch batch, int example) {
        Arrays.fill(user, 0);
        int n = batch.items(example);
        for (int i = 0; i < n; i++) {
            int row = batch.item(example, i);
            history.start(row);
            Kernels.axpy(weight(i, n), history.page(row), history.offset(row), user, 0, dimensions);
        }
    }

    private void score(int target) {
        float bias = isSum() ? items.bias(target) : 0;
        logits[0] = Kernels.dot(user, 0, items.page(target), items.offset(target), dimensions)
                + bias
                - correction(negatives.logQ(target));
        for (int k = 0; k < drawn.size(); k++) {
            logits[1 + k] = drawn.row(k) == target
                    ? Float.NEGATIVE_INFINITY
                    : drawn.dot(k, user, 0) + (isSum() ? drawn.bias(k) : 0) - correction(negatives.drawnLogQ(k));
        }
    }

    private float correction(float logQ) {
        return loss == Loss.SOFTMAX ? logQ : 0;
    }

    private void note(double of, int target) {
        progress.example(of);
        if (loss != Loss.PAIRWISE) {
            progress.predicted(1 + logits[0], true);
            for (int k = 0; k < drawn.size(); k++) {
                if (drawn.row(k) != target) {
                    progress.predicted(logits[1 + k], false);
                }
            }
        }
    }

    private void differentiate(int target, float weight) {
        Arrays.fill(userGradient, 0);
        float derivative = weight * logits[0];
        Kernels.axpy(derivative, items.page(target), items.offset(target), userGradient, 0, dimensions);
        if (isSum()) {
            itemGradients.add(target, derivative, user, 0);
        } else {
            itemGradients.addVector(target, derivative, user, 0);
        }
        for (int k = 0; k < drawn.size(); k++) {
            if (drawn.row(k) != target) {
                drawn.differentiate(k, weight * logits[1 + k], user, 0, userGradient);
            }
        }
    }

    private void spread(Batch batch, int example) {
        int n = batch.items(example);
        for (int i = 0; i < n; i++) {
            int row = batch.item(example, i);
            if (positions != null) {
                float derivative = Kernels.dot(userGradient, 0, history.page(row), history.offset(row), dimensions);
                positions.addGradient(i, derivative / n);
            }
            historyGradients.addVector(row, weight(i, n), userGradient, 0);
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
