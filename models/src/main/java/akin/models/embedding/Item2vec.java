package akin.models.embedding;

import akin.models.kernel.Kernels;
import akin.models.kernel.Scalars;
import akin.models.memory.Memory;
import java.util.Arrays;
import java.util.List;

/**
 * Skip-gram over visits (formulas 4 and 5 of the personalized-similar-products paper):
 * <pre>  L = -log σ(vi · v'j + bj) - Σ_k log σ(-(vi · v'k + bk))</pre>
 * for each item i and each j of the two before and the two after it. Two tables; cosine on the first ranks.
 */
final class Item2vec implements Learner {
    /** Items on each side that count as near. */
    private static final int REACH = 2;
    /** Negatives of one pair, out of those drawn for the batch. */
    private static final int PER_PAIR = 8;

    private static final float NOISE = 0.05f;

    private final int dimensions;
    private final Embeddings items;
    private final Embeddings contexts;
    private final Progress progress;
    private final Gradients itemGradients;
    private final Gradients contextGradients;
    private final NegativeVectors drawn;
    private final float[] gradient;
    private final int[] met = new int[PER_PAIR];
    private final float[] derivatives = new float[PER_PAIR];
    private int pairs;
    private double odds;

    Item2vec(Memory memory, EmbeddingSettings settings, ColdStart coldStart) {
        dimensions = settings.dimensions();
        items = new Embeddings(memory, name() + ".items", settings, NOISE, coldStart, settings.shapeOfVectors());
        contexts = new Embeddings(memory, name() + ".contexts", settings, 0, null, settings.shapeOfVectors());
        progress = new Progress(memory, name());
        itemGradients = new Gradients(dimensions);
        contextGradients = new Gradients(dimensions);
        drawn = new NegativeVectors(settings);
        gradient = new float[dimensions];
    }

    @Override
    public String name() {
        return "item2vec";
    }

    /** The first table. */
    Embeddings items() {
        return items;
    }

    @Override
    public void learn(Batch batch, Negatives negatives) {
        long refused = items.refused() + contexts.refused();
        itemGradients.clear();
        contextGradients.clear();
        drawn.take(negatives, contexts, 2 * REACH * batch.size());
        pairs = 0;
        for (int example = 0; example < batch.size(); example++) {
            float weight = batch.weight(example, false);
            if (weight > 0) {
                learn(batch, example, weight);
            }
        }
        drawn.addTo(contextGradients);
        items.step(itemGradients);
        contexts.step(contextGradients);
        progress.endBatch(items.refused() + contexts.refused() - refused);
    }

    private void learn(Batch batch, int example, float weight) {
        int target = batch.target(example);
        boolean isFresh = example < batch.fresh();
        double loss = 0;
        for (int i = 0; i < Math.min(REACH, batch.items(example)); i++) {
            int near = batch.item(example, i);
            if (near != target) {
                loss += pair(target, near, weight, isFresh) + pair(near, target, weight, isFresh);
            }
        }
        if (isFresh) {
            progress.example(loss);
        }
    }

    private double pair(int item, int context, float weight, boolean isFresh) {
        items.start(item);
        contexts.start(context);
        float[] page = items.page(item);
        int at = items.offset(item);
        float[] contextPage = contexts.page(context);
        int contextAt = contexts.offset(context);
        Arrays.fill(gradient, 0);

        odds = 1;
        double loss = 0;
        float logit = Kernels.dot(page, at, contextPage, contextAt, dimensions) + contexts.bias(context);
        float probability = probability(logit);
        loss += Math.max(-logit, 0);
        float derivative = weight * (probability - 1);
        Kernels.axpy(derivative, contextPage, contextAt, gradient, 0, dimensions);
        contextGradients.add(context, derivative, page, at);
        note(probability, true, isFresh);

        int n = choose(context);
        for (int i = 0; i < n; i++) {
            float negative = drawn.logit(met[i], page, at);
            float ofNegative = probability(negative);
            derivatives[i] = weight * ofNegative;
            note(ofNegative, false, isFresh);
            loss += Math.max(negative, 0);
        }
        drawn.differentiate(met, derivatives, n, page, at, gradient);
        itemGradients.add(item, gradient, 0, 0);
        return isFresh ? loss + StrictMath.log(odds) : 0;
    }

    /** Takes the next of the drawn, round and round, but not the pair's own; gives how many. */
    private int choose(int context) {
        int first = drawn.size() == 0 ? 0 : pairs++ * PER_PAIR % drawn.size();
        int n = 0;
        for (int i = 0; i < Math.min(PER_PAIR, drawn.size()); i++) {
            int k = (first + i) % drawn.size();
            if (drawn.row(k) != context) {
                met[n++] = k;
            }
        }
        return n;
    }

    /** σ of a logit; {@code log(1 + e^-|x|)} of all logits of a pair is one logarithm, that of the product. */
    private float probability(float logit) {
        double exp = Scalars.exp(-Math.abs(logit));
        odds *= 1 + exp;
        return (float) ((logit >= 0 ? 1 : exp) / (1 + exp));
    }

    private void note(float probability, boolean observed, boolean isFresh) {
        if (isFresh) {
            progress.predicted(probability, observed);
        }
    }

    @Override
    public List<Embeddings> tables() {
        return List.of(items, contexts);
    }

    @Override
    public void adopt(Learner other) {
        Item2vec before = (Item2vec) other;
        Projection projection = Projection.of(dimensions, before.items, before.contexts);
        items.adopt(before.items, projection, 0);
        contexts.adopt(before.contexts, projection, NOISE);
    }

    @Override
    public void forget(int row) {
        items.forget(row);
        contexts.forget(row);
    }

    @Override
    public Learning figures() {
        return progress.figures();
    }
}
