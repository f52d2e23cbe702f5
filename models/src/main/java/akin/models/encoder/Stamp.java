package akin.models.encoder;

import akin.models.kernel.Matrix;
import akin.models.layers.Activation;
import akin.models.layers.Attention;
import akin.models.layers.Layer;
import akin.models.layers.Linear;
import akin.models.layers.Parameters;
import akin.models.layers.Segments;
import akin.models.layers.Sequential;

/**
 * The short-term attention and memory priority model: with the last item x_t and the mean m of the session,
 * <pre>  a_j = vᵀ σ(W1 x_j + W2 x_t + W3 m + b)    h_s = tanh(Ws Σ_j a_j x_j + bs)    h_t = tanh(Wt x_t + bt)</pre>
 * and the session is {@code h_s ⊙ h_t}. [Liu et al., KDD 2018]
 */
public final class Stamp implements SessionEncoder {
    private final Linear keys;
    private final Linear ofLast;
    private final Linear ofMean;
    private final Attention attention;
    private final Layer memory;
    private final Layer shortTerm;
    private final Matrix last = new Matrix();
    private final Matrix mean = new Matrix();
    private final Matrix queries = new Matrix();
    private final Matrix output = new Matrix();
    private final Matrix ofMemory = new Matrix();
    private final Matrix ofShortTerm = new Matrix();
    private final Matrix itemGradient = new Matrix();
    private Matrix hs;
    private Matrix ht;
    private Segments sessions;

    /** Makes an encoder of items of so many dimensions, whose parameters start with {@code NAME.}. */
    public Stamp(Parameters parameters, String name, int dimensions) {
        keys = new Linear(parameters, name + ".keys", dimensions, dimensions);
        ofLast = new Linear(parameters, name + ".last", dimensions, dimensions);
        ofMean = new Linear(parameters, name + ".mean", dimensions, dimensions);
        attention = new Attention(parameters, name + ".attention", dimensions);
        memory = new Sequential(new Linear(parameters, name + ".memory", dimensions, dimensions), Activation.tanh());
        shortTerm =
                new Sequential(new Linear(parameters, name + ".short_term", dimensions, dimensions), Activation.tanh());
    }

    @Override
    public Matrix forward(Matrix items, Segments sessions) {
        this.sessions = sessions;
        Rows.last(items, sessions, last);
        Rows.mean(items, sessions, mean);
        queries.zero(sessions.size(), items.columns());
        Rows.add(1, ofLast.forward(last), queries);
        Rows.add(1, ofMean.forward(mean), queries);
        hs = memory.forward(attention.forward(keys.forward(items), queries, items, sessions));
        ht = shortTerm.forward(last);
        multiply(hs, ht, output);
        return output;
    }

    private static void multiply(Matrix a, Matrix b, Matrix into) {
        into.resize(a.rows(), a.columns());
        for (int i = 0; i < a.rows() * a.columns(); i++) {
            into.values()[i] = a.values()[i] * b.values()[i];
        }
    }

    @Override
    public Matrix backward(Matrix gradient) {
        multiply(gradient, ht, ofMemory);
        multiply(gradient, hs, ofShortTerm);
        attention.backward(memory.backward(ofMemory));
        itemGradient.zero(sessions.rows(), gradient.columns());
        Rows.add(1, attention.valueGradient(), itemGradient);
        Rows.add(1, keys.backward(attention.keyGradient()), itemGradient);
        Rows.addToLast(shortTerm.backward(ofShortTerm), sessions, itemGradient);
        Rows.addToLast(ofLast.backward(attention.queryGradient()), sessions, itemGradient);
        Rows.addToMean(ofMean.backward(attention.queryGradient()), sessions, itemGradient);
        return itemGradient;
    }
}
