package akin.models.rerank;

import akin.models.encoder.Stamp;
import akin.models.kernel.Kernels;
import akin.models.kernel.Matrix;
import akin.models.layers.Activation;
import akin.models.layers.Initial;
import akin.models.layers.Layer;
import akin.models.layers.Linear;
import akin.models.layers.Parameter;
import akin.models.layers.Parameters;
import akin.models.layers.Segments;
import akin.models.layers.Sequential;
import akin.models.layers.Softmax;

/**
 * Candidate rank embeddings as the paper has them [Gomes et al., 2021, equations 3 and 4]: with the session's encoding h by
 * {@link Stamp}, the vector v of a candidate and the embedding w of its rank, and beside these what the generator's score s
 * of it comes to,
 * <pre>  score = v · h_e + w · h_r + u · s        h_e = tanh(W tanh(W h + b) + b)    h_r likewise</pre>
 * The vectors of items are learned elsewhere.
 */
final class RankPreferenceNetwork {
    private final boolean ranks;
    private final boolean scores;
    private final Stamp encoder;
    private final Layer ofItems;
    private final Layer ofRanks;
    private final Parameter embeddings;
    private final Parameter ofScores;
    private final Matrix logits = new Matrix();
    private final Matrix byItemPreference = new Matrix();
    private final Matrix byRankPreference = new Matrix();
    private final Matrix bySession = new Matrix();
    private SessionChoices choices;
    private Matrix itemPreference;
    private Matrix rankPreference;

    /**
     * @param candidates how many ranks have an embedding
     * @param width of these
     * @param ranks whether they count
     * @param scores whether the generator's scores count
     */
    RankPreferenceNetwork(
            Parameters parameters, int dimensions, int candidates, int width, boolean ranks, boolean scores) {
        this.ranks = ranks;
        this.scores = scores;
        encoder = new Stamp(parameters, "session", dimensions);
        ofItems = perceptron(parameters, "items", dimensions, dimensions);
        ofRanks = perceptron(parameters, "ranks", dimensions, width);
        embeddings = parameters.add("rank.embeddings", candidates, width, Initial.xavier());
        ofScores = parameters.add("scores", 1, ScoreList.INPUTS, Initial.constant(1));
    }

    private static Layer perceptron(Parameters parameters, String name, int inputs, int outputs) {
        return new Sequential(
                new Linear(parameters, name + ".inner", inputs, outputs),
                Activation.tanh(),
                new Linear(parameters, name + ".outer", outputs, outputs),
                Activation.tanh());
    }

    /** Returns a score per candidate, valid until the next call. */
    Matrix score(SessionChoices of) {
        choices = of;
        Matrix session = encoder.forward(of.items(), of.sessions());
        itemPreference = ofItems.forward(session);
        rankPreference = ofRanks.forward(session);
        Matrix candidates = of.candidates();
        logits.resize(candidates.rows(), 1);
        Segments pools = of.pools();
        for (int pool = 0; pool < pools.size(); pool++) {
            for (int i = pools.start(pool); i < pools.end(pool); i++) {
                logits.values()[i] = product(candidates, i, itemPreference, pool)
                        + (ranks ? product(embeddings.values(), of.rank(i), rankPreference, pool) : 0)
                        + (scores ? product(of.scores(), i, ofScores.values(), 0) : 0);
            }
        }
        return logits;
    }

    private static float product(Matrix a, int rowOfA, Matrix b, int rowOfB) {
        return Kernels.dot(a.values(), a.offset(rowOfA), b.values(), b.offset(rowOfB), a.columns());
    }

    /**
     * Adds to the gradients of the parameters, after {@link #score}; this spends the scores.
     *
     * @return the mean of the cross-entropies
     */
    double differentiate() {
        Segments pools = choices.pools();
        double loss = 0;
        for (int pool = 0; pool < pools.size(); pool++) {
            loss += Softmax.crossEntropy(logits.values(), pools.start(pool), pools.length(pool), choices.target(pool));
        }
        Kernels.scale(1f / pools.size(), logits.values(), 0, logits.rows());
        byItemPreference.zero(pools.size(), itemPreference.columns());
        byRankPreference.zero(pools.size(), rankPreference.columns());
        for (int pool = 0; pool < pools.size(); pool++) {
            differentiate(pool);
        }
        bySession.zero(pools.size(), itemPreference.columns());
        add(ofItems.backward(byItemPreference));
        if (ranks) {
            add(ofRanks.backward(byRankPreference));
        }
        encoder.backward(bySession);
        return loss / pools.size();
    }

    private void differentiate(int pool) {
        for (int i = choices.pools().start(pool); i < choices.pools().end(pool); i++) {
            float derivative = logits.values()[i];
            addRow(derivative, choices.candidates(), i, byItemPreference, pool);
            if (ranks) {
                addRow(derivative, embeddings.values(), choices.rank(i), byRankPreference, pool);
                addRow(derivative, rankPreference, pool, embeddings.gradient(), choices.rank(i));
            }
            if (scores) {
                addRow(derivative, choices.scores(), i, ofScores.gradient(), 0);
            }
        }
    }

    private static void addRow(float alpha, Matrix from, int row, Matrix to, int toRow) {
        Kernels.axpy(alpha, from.values(), from.offset(row), to.values(), to.offset(toRow), from.columns());
    }

    private void add(Matrix gradient) {
        Kernels.axpy(1, gradient.values(), 0, bySession.values(), 0, gradient.rows() * gradient.columns());
    }
}
