package akin.models.layers;

import akin.models.kernel.Matrix;
import akin.models.random.Hash;

/**
 * Sets a share of the numbers to zero while a batch is learned, and lets the others make up for them. Which ones is a
 * hash of the batch's number. [Srivastava et al., JMLR 2014]
 */
public final class Dropout implements Layer {
    private static final long OFF = -1;

    private final float share;
    private final long seed;
    private final Matrix output = new Matrix();
    private final Matrix inputGradient = new Matrix();
    private long batch = OFF;

    /**
     * @param name of the layer, with which its draws are its own
     * @param share of numbers that are dropped, in [0, 1)
     */
    public Dropout(String name, float share, long seed) {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException("share is " + share + ", must be at least 0 and below 1");
        }
        this.share = share;
        this.seed = Hash.seed(seed, name);
    }

    /** Drops out as batch number {@code batch} does, from now on. */
    public void start(long batch) {
        this.batch = batch;
    }

    /** Lets everything pass from now on. */
    public void stop() {
        batch = OFF;
    }

    @Override
    public Matrix forward(Matrix input) {
        return apply(input, output);
    }

    @Override
    public Matrix backward(Matrix gradient) {
        return apply(gradient, inputGradient);
    }

    private Matrix apply(Matrix from, Matrix to) {
        if (batch == OFF) {
            return from;
        }
        to.resize(from.rows(), from.columns());
        drop(from.values(), from.rows() * from.columns(), to.values());
        return to;
    }

    /** Without a branch, which could not be foreseen. */
    private void drop(float[] from, int n, float[] to) {
        float scale = 1 / (1 - share);
        int limit = (int) Math.ceil(share * Hash.UNITS);
        for (int i = 0; i < n; i++) {
            int kept = ~(Hash.units(Hash.of(seed, batch, i)) - limit >> 31);
            to[i] = Float.intBitsToFloat(Float.floatToRawIntBits(from[i] * scale) & kept);
        }
    }
}
