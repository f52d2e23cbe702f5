package akin.models.embedding;

import akin.models.component.Learning;
import akin.models.kernel.Kernels;
import akin.models.kernel.Matrix;
import java.util.Arrays;
import java.util.List;

/**
 * Scores items by what the shopper did just now. Of the window's items' vectors v an encoder makes that of the shopper,
 * such as the sum with weights of positions j, newest first:
 * <pre>  h = Σ_j wj vj        s(i | h) = c cos(h, v'i) + bi</pre>
 *
 * <p>Where the papers take inner products of two tables, this takes the cosine times a constant, and by default
 * {@code v' = v}: popular items don't win by their length, and a pair learned one way is known the other way [Gupta et
 * al., NISER, 2019]. In one pass over a stream that is worth a third of the recall (docs/benchmarks.md).
 */
abstract class WindowModel implements Learner {
    private final Progress progress;
    private final Loss loss;
    private final int window;
    private final WindowTables tables;
    private final Biases biases;
    private final Users users;
    private final UnitNegatives negatives = new UnitNegatives();
    private final Matrix logits = new Matrix();
    /** One example's logits, the target's first. */
    private final float[] targetFirst;

    private final float[] negativeBiases;
    private final float[] corrections;

    private float[] targetDerivatives = new float[0];
    private boolean[] isRefused = new boolean[0];
    private int refusedExamples;

    WindowModel(
            Progress progress, EmbeddingSettings settings, Loss loss, WindowTables tables, Users users, Biases biases) {
        this.progress = progress;
        this.loss = loss;
        this.tables = tables;
        this.users = users;
        this.biases = biases;
        window = settings.examples().window();
        targetFirst = new float[1 + settings.batches().negatives().count()];
        negativeBiases = new float[settings.batches().negatives().count()];
        corrections = new float[settings.batches().negatives().count()];
    }

    /** Returns how much an example counts. */
    abstract float weight(Batch batch, int example);

    Embeddings history() {
        return tables.history();
    }

    Embeddings items() {
        return tables.items();
    }

    Users users() {
        return users;
    }

    /** Returns how many items of a window count at most. */
    int window() {
        return window;
    }

    /** Returns the score of an item that {@link #items} has, for a user of {@link #users}. */
    float score(float[] user, int at, int slot) {
        Embeddings items = items();
        return score(Kernels.dot(user, at, items.page(slot), items.offset(slot), items.dimensions()), slot);
    }

    /** Returns the score of an item by the product of its vector and the user's. */
    float score(float product, int slot) {
        return product / items().length(slot) + biases.get(slot);
    }

    @Override
    public void learn(Batch batch, Negatives drawn) {
        long refused = tables.refused();
        tables.clearGradients();
        users.take(batch);
        negatives.take(drawn, items());
        for (int k = 0; k < negatives.size(); k++) {
            negativeBiases[k] = biases.get(negatives.slot(k));
            corrections[k] = correction(drawn.drawnLogQ(k));
        }
        negatives.products(users.vectors(), logits);
        makeRoom(batch.size());
        for (int example = 0; example < batch.size(); example++) {
            differentiate(batch, example, drawn);
        }
        negatives.differentiate(logits, users.vectors(), users.gradients());
        for (int example = 0; example < batch.size(); example++) {
            spread(batch, example);
        }
        users.spreadAll(batch, tables.historyGradients());
        negatives.addTo(tables.itemGradients());
        biases.addGradients(negatives, logits, tables.itemGradients());
        tables.step();
        boolean isFinite = users.step();
        progress.endBatch(tables.refused() - refused + refusedExamples + (isFinite ? 0 : 1));
    }

    private void makeRoom(int examples) {
        if (targetDerivatives.length < examples) {
            targetDerivatives = new float[examples];
            isRefused = new boolean[examples];
        }
        refusedExamples = 0;
    }

    /** Turns an example's row of logits into the loss's derivatives by them. */
    private void differentiate(Batch batch, int example, Negatives drawn) {
        float[] values = logits.values();
        int at = logits.offset(example);
        int n = negatives.size();
        float weight = weight(batch, example);
        if (weight == 0) {
            leaveOut(example);
            return;
        }
        int target = batch.target(example);
        items().start(target);
        targetFirst[0] = score(users.vectors().values(), users.vectors().offset(example), target)
                - correction(drawn.logQ(target));
        for (int k = 0; k < n; k++) {
            targetFirst[1 + k] = negatives.slot(k) == target || !negatives.isFinite(k)
                    ? Float.NEGATIVE_INFINITY
                    : values[at + k] + negativeBiases[k] - corrections[k];
        }
        double of = loss.differentiate(targetFirst, 1 + n);
        isRefused[example] = !Double.isFinite(of);
        if (isRefused[example]) {
            refusedExamples++;
            leaveOut(example);
            return;
        }
        if (example < batch.fresh()) {
            note(of, target);
        }
        targetDerivatives[example] = weight * targetFirst[0];
        for (int k = 0; k < n; k++) {
            values[at + k] = weight * targetFirst[1 + k];
        }
    }

    /** An example that isn't finite, or has no weight, must not reach the negatives, which it shares with all others. */
    private void leaveOut(int example) {
        targetDerivatives[example] = 0;
        Arrays.fill(logits.values(), logits.offset(example), logits.offset(example) + negatives.size(), 0);
        Matrix vectors = users.vectors();
        Arrays.fill(vectors.values(), vectors.offset(example), vectors.offset(example) + vectors.columns(), 0);
    }

    private float correction(float logQ) {
        return loss == Loss.SOFTMAX ? logQ : 0;
    }

    private void note(double of, int target) {
        progress.example(of);
        if (loss != Loss.PAIRWISE) {
            progress.predicted(1 + targetFirst[0], true);
            for (int k = 0; k < negatives.size(); k++) {
                if (negatives.slot(k) != target && negatives.isFinite(k)) {
                    progress.predicted(targetFirst[1 + k], false);
                }
            }
        }
    }

    private void spread(Batch batch, int example) {
        if (weight(batch, example) == 0 || isRefused[example]) {
            return;
        }
        int target = batch.target(example);
        Embeddings items = items();
        float[] user = users.vectors().values();
        int at = users.vectors().offset(example);
        int n = items.dimensions();
        float[] page = items.page(target);
        int offset = items.offset(target);
        float length = items.length(target);
        float derivative = targetDerivatives[example] / length;
        Kernels.axpy(derivative, page, offset, users.gradients().values(), at, n);
        float along = Kernels.dot(user, at, page, offset, n) / (length * length);
        tables.itemGradients().addVector(target, derivative, user, at);
        tables.itemGradients().addVector(target, -derivative * along, page, offset);
        biases.addGradient(target, targetDerivatives[example], tables.itemGradients());
        users.spread(batch, example, tables.historyGradients());
    }

    @Override
    public List<Embeddings> tables() {
        return tables.all();
    }

    @Override
    public void loaded() {
        users.loaded();
    }

    @Override
    public void adopt(Learner other) {
        WindowModel before = (WindowModel) other;
        tables.adopt(before.tables);
        users.adopt(before.users);
    }

    @Override
    public void forget(int slot) {
        tables.forget(slot);
    }

    @Override
    public Learning figures() {
        return progress.figures();
    }
}
