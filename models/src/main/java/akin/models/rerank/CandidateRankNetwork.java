package akin.models.rerank;

import akin.models.kernel.Gemm;
import akin.models.kernel.Kernels;
import akin.models.kernel.Matrix;
import akin.models.layers.Activation;
import akin.models.layers.Initial;
import akin.models.layers.Parameter;
import akin.models.layers.Parameters;
import akin.models.layers.Softmax;
import java.util.List;

/**
 * Scores the candidates of a pool: with what is known of a candidate x and the embedding e of each source's rank of it,
 * <pre>  score = w · relu(W x + b + Σ_source e(rank))</pre>
 * and the probability of being chosen is the softmax over the pool. Ranks enter the hidden layer, so that what a rank
 * means may depend on the session and on the other sources.
 */
final class CandidateRankNetwork {
    private final List<String> sources;
    private final boolean ranks;
    private final int hidden;
    private final Gemm gemm = new Gemm();
    private final StackedWeights weights;
    private final StackedWeights embeddings;
    private final StackedWeights bias;
    private final Activation activation = Activation.relu();
    private final Parameter output;
    private final Matrix sums = new Matrix();
    private final Matrix logits = new Matrix();
    private final Matrix ofUnits = new Matrix();
    private PoolInputs inputs;
    private Matrix units;

    CandidateRankNetwork(Parameters parameters, List<String> sources, List<String> rankers, CreSettings settings) {
        this.sources = sources;
        ranks = settings.ranks();
        hidden = settings.hidden();
        weights = new StackedWeights(parameters, hidden);
        embeddings = new StackedWeights(parameters, hidden);
        bias = new StackedWeights(parameters, hidden);
        weights.add("context", ContextInputs.COUNT, Initial.xavier());
        sources.forEach(source -> weights.add("source." + source, ScoreList.INPUTS, Initial.xavier()));
        rankers.forEach(ranker -> weights.add("ranker." + ranker, ScoreList.INPUTS, Initial.xavier()));
        sources.forEach(source -> embeddings.add("rank." + source, RankBuckets.COUNT, Initial.constant(0)));
        bias.add("bias", 1, Initial.constant(0));
        // What has learned nothing scores nothing.
        output = parameters.add("output", hidden, 1, Initial.constant(0));
    }

    /** Returns a column of scores, valid until the next call. */
    Matrix score(PoolInputs of) {
        inputs = of;
        Matrix x = of.numbers();
        float[] rows = embeddings.values().values();
        float[] b = bias.values().values();
        sums.resize(x.rows(), hidden);
        for (int candidate = 0; candidate < x.rows(); candidate++) {
            int at = sums.offset(candidate);
            System.arraycopy(b, 0, sums.values(), at, hidden);
            for (int source = 0; ranks && source < sources.size(); source++) {
                Kernels.axpy(1, rows, embedding(candidate, source), sums.values(), at, hidden);
            }
        }
        gemm.addAB(x, weights.values(), sums);
        units = activation.forward(sums);
        logits.zero(x.rows(), 1);
        gemm.addAB(units, output.values(), logits);
        return logits;
    }

    private int embedding(int candidate, int source) {
        return (source * RankBuckets.COUNT + inputs.bucket(candidate, source)) * hidden;
    }

    /**
     * Adds to the gradients of the parameters, after {@link #score}; this spends the scores.
     *
     * @param target the candidate that was chosen
     * @return the cross-entropy
     */
    double differentiate(int target) {
        double loss = Softmax.crossEntropy(logits.values(), 0, logits.rows(), target);
        gemm.addATB(units, logits, output.gradient());
        ofUnits.zero(logits.rows(), hidden);
        gemm.addABT(logits, output.values(), ofUnits);
        Matrix gradient = activation.backward(ofUnits);
        gemm.addATB(inputs.numbers(), gradient, weights.gradient());
        weights.spread();
        float[] ofRows = embeddings.gradient().values();
        float[] ofBias = bias.gradient().values();
        for (int candidate = 0; candidate < gradient.rows(); candidate++) {
            int at = gradient.offset(candidate);
            Kernels.axpy(1, gradient.values(), at, ofBias, 0, hidden);
            for (int source = 0; ranks && source < sources.size(); source++) {
                Kernels.axpy(1, gradient.values(), at, ofRows, embedding(candidate, source), hidden);
            }
        }
        bias.spread();
        embeddings.spread();
        return loss;
    }
}
