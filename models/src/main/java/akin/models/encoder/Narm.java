package akin.models.encoder;

import akin.models.kernel.Kernels;
import akin.models.kernel.Matrix;
import akin.models.layers.Attention;
import akin.models.layers.Gru;
import akin.models.layers.Linear;
import akin.models.layers.Parameters;
import akin.models.layers.Segments;

/**
 * The neural attentive recommendation machine: with the states h of gated recurrent units over the session,
 * <pre>  a_j = vᵀ σ(A1 h_t + A2 h_j)    c = (h_t, Σ_j a_j h_j)</pre>
 * and the session is {@code B c}, so that its inner product with an item is the bilinear decoder. [Li et al., CIKM 2017]
 */
public final class Narm implements SessionEncoder {
    private final int width;
    private final Gru gru;
    private final Linear keys;
    private final Linear ofLast;
    private final Attention attention;
    private final Linear decoder;
    private final Matrix last = new Matrix();
    private final Matrix both = new Matrix();
    private final Matrix ofGlobal = new Matrix();
    private final Matrix ofLocal = new Matrix();
    private final Matrix stateGradient = new Matrix();
    private Segments sessions;

    /** Makes an encoder of items of so many dimensions with states of a width, whose parameters start with {@code NAME.}. */
    public Narm(Parameters parameters, String name, int dimensions, int width) {
        this.width = width;
        gru = new Gru(parameters, name + ".gru", dimensions, width);
        keys = new Linear(parameters, name + ".keys", width, width);
        ofLast = new Linear(parameters, name + ".last", width, width);
        attention = new Attention(parameters, name + ".attention", width);
        decoder = new Linear(parameters, name + ".decoder", 2 * width, dimensions);
    }

    @Override
    public Matrix forward(Matrix items, Segments sessions) {
        this.sessions = sessions;
        Matrix states = gru.forward(items, sessions);
        Rows.last(states, sessions, last);
        Matrix local = attention.forward(keys.forward(states), ofLast.forward(last), states, sessions);
        both.resize(sessions.size(), 2 * width);
        for (int session = 0; session < sessions.size(); session++) {
            System.arraycopy(last.values(), last.offset(session), both.values(), both.offset(session), width);
            System.arraycopy(local.values(), local.offset(session), both.values(), both.offset(session) + width, width);
        }
        return decoder.forward(both);
    }

    @Override
    public Matrix backward(Matrix gradient) {
        Matrix ofBoth = decoder.backward(gradient);
        take(ofBoth, 0, ofGlobal);
        take(ofBoth, width, ofLocal);
        attention.backward(ofLocal);
        stateGradient.zero(sessions.rows(), width);
        Rows.add(1, attention.valueGradient(), stateGradient);
        Rows.add(1, keys.backward(attention.keyGradient()), stateGradient);
        Rows.addToLast(ofGlobal, sessions, stateGradient);
        Rows.addToLast(ofLast.backward(attention.queryGradient()), sessions, stateGradient);
        return gru.backward(stateGradient);
    }

    private void take(Matrix from, int column, Matrix into) {
        into.zero(from.rows(), width);
        for (int row = 0; row < from.rows(); row++) {
            Kernels.axpy(1, from.values(), from.offset(row) + column, into.values(), into.offset(row), width);
        }
    }
}
