package akin.models.embedding;

import akin.models.component.Learning;
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
    static final String NAME = "item2vec";

    /** Items on each side that count as near. */
    private static final int REACH = 2;
    /** Negatives of one pair, out of those drawn for the batch. */
    private static final int PER_PAIR = 8;

    private static final float NOISE = 0.05f;

    private final int dimensions;
    private final Embeddings items;
    private final Embeddings contexts;
    private final Progress progress;
    private final BatchRows itemRows;
    private final BatchRows contextRows;
    private final NegativeVectors drawn;
    private final float[] gradient;
    private final int[] chosen = new int[PER_PAIR];
    private final float[] derivatives = new float[PER_PAIR];
    /** Of a pair: that of its context, then those of its negatives. */
    private final float[] logits = new float[1 + PER_PAIR];

    private final float[] probabilities = new float[1 + PER_PAIR];
    private final double[] onePlusExp = new double[1 + PER_PAIR];
    /** Per pair, its example and the places of its item and its context. */
    private int[] ofPair = new int[0];

    private int[] itemOf = new int[0];
    private int[] contextOf = new int[0];
    private int pairs;
    private int refusedPairs;

    Item2vec(Memory memory, EmbeddingSettings settings, ColdStart coldStart) {
        dimensions = settings.dimensions();
        items = new Embeddings(memory, name() + ".items", settings, NOISE, coldStart);
        contexts = new Embeddings(memory, name() + ".contexts", settings, 0, null);
        progress = new Progress(memory, name());
        itemRows = new BatchRows(items);
        contextRows = new BatchRows(contexts);
        drawn = new NegativeVectors(settings.batches().negatives().count(), PER_PAIR, dimensions);
        gradient = new float[dimensions];
    }

    @Override
    public String name() {
        return NAME;
    }

    /** The first table. */
    Embeddings items() {
        return items;
    }

    @Override
    public void learn(Batch batch, Negatives negatives) {
        long refused = items.refused() + contexts.refused();
        int mostPairs = 2 * REACH * batch.size();
        itemRows.clear(mostPairs);
        contextRows.clear(mostPairs + negatives.size());
        drawn.take(negatives, contextRows, mostPairs);
        pair(batch);
        refusedPairs = 0;
        int pair = 0;
        for (int example = 0; example < batch.size(); example++) {
            double loss = 0;
            for (; pair < pairs && ofPair[pair] == example; pair++) {
                loss += learn(pair, batch.weight(example), example < batch.fresh());
            }
            if (example < batch.fresh() && batch.weight(example) > 0) {
                progress.example(loss);
            }
        }
        drawn.addTo(contextRows);
        itemRows.step();
        contextRows.step();
        progress.endBatch(items.refused() + contexts.refused() - refused + refusedPairs);
    }

    /** Fetches the rows of all pairs before the first is learned: so that memory answers to many requests at a time. */
    private void pair(Batch batch) {
        pairs = 0;
        if (ofPair.length < 2 * REACH * batch.size()) {
            ofPair = new int[2 * REACH * batch.size()];
            itemOf = new int[ofPair.length];
            contextOf = new int[ofPair.length];
        }
        for (int example = 0; example < batch.size(); example++) {
            int target = batch.target(example);
            for (int i = 0; i < Math.min(REACH, batch.items(example)) && batch.weight(example) > 0; i++) {
                int near = batch.item(example, i);
                if (near != target) {
                    pair(example, target, near);
                    pair(example, near, target);
                }
            }
        }
    }

    private void pair(int example, int item, int context) {
        ofPair[pairs] = example;
        itemOf[pairs] = itemRows.take(item);
        contextOf[pairs++] = contextRows.take(context);
    }

    /** What isn't finite must not reach the negatives, which it shares with others. */
    private boolean isFinite(int n) {
        float sum = 0;
        for (int i = 0; i < n; i++) {
            sum += Math.abs(logits[i]);
        }
        return sum < Float.POSITIVE_INFINITY;
    }

    private double learn(int pair, float weight, boolean isFresh) {
        int item = itemOf[pair];
        int context = contextOf[pair];
        float[] vector = itemRows.vectors();
        int at = itemRows.offset(item);
        float[] contextVector = contextRows.vectors();
        int contextAt = contextRows.offset(context);
        Arrays.fill(gradient, 0);

        int n = drawn.choose(contextRows.slot(context), chosen);
        logits[0] = Kernels.dot(vector, at, contextVector, contextAt, dimensions) + contextRows.bias(context);
        for (int i = 0; i < n; i++) {
            logits[1 + i] = drawn.logit(chosen[i], vector, at);
        }
        if (!isFinite(1 + n)) {
            refusedPairs++;
            return 0;
        }
        Scalars.sigmoids(logits, 1 + n, probabilities, onePlusExp);

        float derivative = weight * (probabilities[0] - 1);
        Kernels.axpy(derivative, contextVector, contextAt, gradient, 0, dimensions);
        contextRows.gradients().addByLogit(context, derivative, vector, at);
        for (int i = 0; i < n; i++) {
            derivatives[i] = weight * probabilities[1 + i];
        }
        drawn.differentiate(chosen, derivatives, n, vector, at, gradient);
        itemRows.gradients().add(item, gradient, 0);
        return isFresh ? note(n) : 0;
    }

    /** The loss of a pair with n negatives; {@code log(1 + e^-|x|)} of all its logits is one logarithm, that of the product. */
    private double note(int n) {
        double loss = Math.max(-logits[0], 0);
        double odds = onePlusExp[0];
        progress.predicted(probabilities[0], true);
        for (int i = 1; i <= n; i++) {
            loss += Math.max(logits[i], 0);
            odds *= onePlusExp[i];
            progress.predicted(probabilities[i], false);
        }
        return loss + StrictMath.log(odds);
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
    public void forget(int slot) {
        items.forget(slot);
        contexts.forget(slot);
    }

    @Override
    public Learning figures() {
        return progress.figures();
    }
}
