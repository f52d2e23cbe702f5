package akin.models.layers;

import akin.models.kernel.Kernels;
import akin.models.kernel.Matrix;
import akin.models.kernel.Scalars;

/**
 * Additive attention, as STAMP [Liu et al., KDD 2018] and NARM [Li et al., CIKM 2017] have it, without softmax:
 * <pre>  a_j = vᵀ σ(k_j + q)        y = Σ_j a_j x_j</pre>
 * over the rows j of a segment. Keys k and queries q come out of linear layers.
 */
public final class Attention {
    private final Parameter weights;
    private final Matrix sigmoids = new Matrix();
    private final Matrix output = new Matrix();
    private final Matrix keyGradient = new Matrix();
    private final Matrix queryGradient = new Matrix();
    private final Matrix valueGradient = new Matrix();
    private float[] attentions = new float[0];
    private Matrix values;
    private Segments segments;

    /** Makes a layer whose parameter v is called {@code NAME.weights}. */
    public Attention(Parameters parameters, String name, int width) {
        weights = parameters.add(name + ".weights", 1, width, Initial.xavier());
    }

    /**
     * Returns y, a row per segment.
     *
     * @param keys a row per row of a segment
     * @param queries a row per segment
     * @param values x, a row per row of a segment
     */
    public Matrix forward(Matrix keys, Matrix queries, Matrix values, Segments segments) {
        this.values = values;
        this.segments = segments;
        int width = keys.columns();
        sigmoids.resize(keys.rows(), width);
        attentions = attentions.length < keys.rows() ? new float[keys.rows()] : attentions;
        output.zero(segments.size(), values.columns());
        for (int segment = 0; segment < segments.size(); segment++) {
            int query = queries.offset(segment);
            for (int row = segments.start(segment); row < segments.end(segment); row++) {
                int at = keys.offset(row);
                for (int i = 0; i < width; i++) {
                    sigmoids.values()[at + i] = Scalars.sigmoid(keys.values()[at + i] + queries.values()[query + i]);
                }
                attentions[row] = Kernels.dot(weights.values().values(), 0, sigmoids.values(), at, width);
                add(attentions[row], values, row, output, segment);
            }
        }
        return output;
    }

    private static void add(float alpha, Matrix from, int row, Matrix to, int toRow) {
        Kernels.axpy(alpha, from.values(), from.offset(row), to.values(), to.offset(toRow), from.columns());
    }

    /** Takes the gradient by y; those by keys, queries and values stand ready then. */
    public void backward(Matrix gradient) {
        keyGradient.resize(sigmoids.rows(), sigmoids.columns());
        queryGradient.zero(segments.size(), sigmoids.columns());
        valueGradient.zero(values.rows(), values.columns());
        for (int segment = 0; segment < segments.size(); segment++) {
            for (int row = segments.start(segment); row < segments.end(segment); row++) {
                add(attentions[row], gradient, segment, valueGradient, row);
                float derivative = Kernels.dot(
                        gradient.values(),
                        gradient.offset(segment),
                        values.values(),
                        values.offset(row),
                        values.columns());
                backward(row, derivative);
                add(1, keyGradient, row, queryGradient, segment);
            }
        }
    }

    /** Hands the derivative by a row's attention down to its key and v. */
    private void backward(int row, float derivative) {
        int at = sigmoids.offset(row);
        float[] v = weights.values().values();
        for (int i = 0; i < sigmoids.columns(); i++) {
            float y = sigmoids.values()[at + i];
            weights.gradient().values()[i] += derivative * y;
            keyGradient.values()[at + i] = derivative * v[i] * (y * (1 - y));
        }
    }

    public Matrix keyGradient() {
        return keyGradient;
    }

    public Matrix queryGradient() {
        return queryGradient;
    }

    public Matrix valueGradient() {
        return valueGradient;
    }
}
