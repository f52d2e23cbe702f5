package akin.models.rerank;

import akin.models.kernel.Gemm;
import akin.models.kernel.Kernels;
import akin.models.kernel.Matrix;
import akin.models.layers.Activation;
import akin.models.layers.Initial;
import akin.models.layers.Parameter;
import akin.models.layers.Parameters;
import akin.models.layers.Segments;
import akin.models.layers.Softmax;

/**
 * Scores the candidates of pools by their numbers x and, for each source s, an embedding E of the bucket r of their rank in
 * it: candidate rank embeddings [Gomes et al., 2021], of several generators.
 * <pre>  score = v · relu(b + W x + Σ_s E_s,r)        loss = -log softmax(scores)_chosen</pre>
 * A source or ranker that comes anew starts at weights of its own, and leaves the others as they are.
 */
final class CandidateRankNetwork {
    private final int sources;
    private final boolean ranks;
    private final int hidden;
    private final Gemm gemm = new Gemm();
    private final StackedWeights weights;
    private final StackedWeights embeddings;
    private final Parameter bias;
    private final Activation activation = Activation.relu();
    private final Parameter output;
    private final Matrix sums = new Matrix();
    private final Matrix logits = new Matrix();
    private final Matrix ofUnits = new Matrix();
    private PoolBatch batch;
    private Matrix units;

    CandidateRankNetwork(Parameters parameters, PoolInputs inputs, CreSettings settings) {
        sources = inputs.sources().size();
        ranks = settings.ranks();
        hidden = settings.hidden();
        weights = new StackedWeights(parameters, hidden);
        embeddings = new StackedWeights(parameters, hidden);
        inputs.parts().forEach(part -> weights.add(part.name(), part.inputs(), Initial.xavier()));
        inputs.sources().forEach(source -> embeddings.add("rank." + source, RankBuckets.COUNT, Initial.constant(0)));
        bias = parameters.add("bias", 1, hidden, Initial.constant(0));
        // What has learned nothing scores nothing.
        output = parameters.add("output", hidden, 1, Initial.constant(0));
    }

    /** Returns a column of scores, a row per candidate, valid until the next call. */
    Matrix score(PoolBatch of) {
        batch = of;
        Matrix x = of.numbers();
        float[] rows = embeddings.values().values();
        sums.resize(x.rows(), hidden);
        for (int candidate = 0; candidate < x.rows(); candidate++) {
            int at = sums.offset(candidate);
            System.arraycopy(bias.values().values(), 0, sums.values(), at, hidden);
            for (int source = 0; ranks && source < sources; source++) {
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
        return (source * RankBuckets.COUNT + batch.bucket(candidate, source)) * hidden;
    }

    /**
     * Adds to the gradients of the parameters, after {@link #score}; this spends the scores. In each pool the first candidate
     * was chosen.
     *
     * @return the mean of the cross-entropies
     */
    double differentiate() {
        double loss = differentiateLogits();
        gemm.addATB(units, logits, output.gradient());
        ofUnits.zero(logits.rows(), hidden);
        gemm.addABT(logits, output.values(), ofUnits);
        Matrix gradient = activation.backward(ofUnits);
        gemm.addATB(batch.numbers(), gradient, weights.gradient());
        weights.spread();
        float[] ofRows = embeddings.gradient().values();
        for (int candidate = 0; candidate < gradient.rows(); candidate++) {
            int at = gradient.offset(candidate);
            Kernels.axpy(1, gradient.values(), at, bias.gradient().values(), 0, hidden);
            for (int source = 0; ranks && source < sources; source++) {
                Kernels.axpy(1, gradient.values(), at, ofRows, embedding(candidate, source), hidden);
            }
        }
        embeddings.spread();
        return loss;
    }

    private double differentiateLogits() {
        Segments pools = batch.pools();
        double loss = 0;
        for (int pool = 0; pool < pools.size(); pool++) {
            loss += Softmax.crossEntropy(logits.values(), pools.start(pool), pools.length(pool), 0);
        }
        Kernels.scale(1f / pools.size(), logits.values(), 0, logits.rows());
        return loss / pools.size();
    }
}
