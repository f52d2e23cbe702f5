package akin.similar.siamese;

import akin.models.kernel.Kernels;
import akin.models.kernel.Matrix;
import akin.models.kernel.Scalars;
import akin.models.layers.Initial;
import akin.models.layers.Parameter;
import akin.models.layers.Parameters;
import akin.models.memory.Memory;
import akin.similar.compound.Layout;

/**
 * Makes product embeddings of compound embeddings such that similar products lie near each other:
 * <pre>  h = [Worth(f), a · FFN(f)]</pre>
 * the weighed compound embedding beside the last hidden layer. So learning starts at the compound embedding, and layers add
 * what weights alone can't say. Both members of a pair go through the same weights.
 */
public final class SiameseNet {
    /** Of the compound embedding's length. */
    private static final double SHARE_AT_START = 0.1;

    private final Worth worth;
    private final Tower tower;
    private final int towerWidth;
    private final float unit;
    private final Parameter share;
    private final Parameter margin;
    private final Matrix output = new Matrix();
    private final Matrix ofWorth = new Matrix();
    private final Matrix ofTower = new Matrix();
    private Matrix towerOutput;

    /**
     * @param memory where the parameters lie: {@code siamese.worth} and {@code siamese.tower}
     */
    public SiameseNet(Parameters worthParameters, Parameters towerParameters, Layout layout, SiameseSettings settings) {
        worth = new Worth(worthParameters, layout, settings.loss().start());
        margin = worthParameters.add(
                "margin", 1, 1, Initial.constant((float) settings.loss().start() / 2));
        share = worthParameters.add("share", 1, 1, Initial.constant((float)
                StrictMath.log(SHARE_AT_START * Math.sqrt(settings.loss().start()))));
        int depth = settings.layers().size();
        towerWidth = depth == 0 ? 0 : settings.layers().get(depth - 1);
        tower = depth == 0 ? null : new Tower(towerParameters, layout.width(), settings);
        unit = towerWidth == 0 ? 0 : (float) (1 / Math.sqrt(towerWidth));
    }

    static Parameters worthParameters(Memory memory, SiameseSettings settings) {
        return new Parameters(memory, "siamese.worth", settings.seed());
    }

    static Parameters towerParameters(Memory memory, SiameseSettings settings) {
        return new Parameters(memory, "siamese.tower", settings.seed());
    }

    /** Floats per embedding. */
    public int width() {
        return worth.outputs() + towerWidth;
    }

    /** Returns how much of a squared distance a block makes. */
    public double worth(int block) {
        return worth.of(block);
    }

    double margin() {
        return margin.values().values()[0];
    }

    void addToMargin(double derivative) {
        margin.gradient().values()[0] += (float) derivative;
    }

    void start(long batch) {
        if (tower != null) {
            tower.start(batch);
        }
    }

    void stop() {
        if (tower != null) {
            tower.stop();
        }
    }

    private float share() {
        return (float) Scalars.exp(share.values().values()[0]) * unit;
    }

    Matrix forward(Matrix input) {
        Matrix weighed = worth.forward(input);
        towerOutput = tower == null ? new Matrix() : tower.forward(input);
        output.zero(input.rows(), width());
        for (int row = 0; row < input.rows(); row++) {
            int at = output.offset(row);
            System.arraycopy(weighed.values(), weighed.offset(row), output.values(), at, weighed.columns());
            if (tower != null) {
                Kernels.axpy(
                        share(),
                        towerOutput.values(),
                        towerOutput.offset(row),
                        output.values(),
                        at + worth.outputs(),
                        towerWidth);
            }
        }
        return output;
    }

    /** Adds to the gradients of the parameters, after {@link #forward}. */
    void differentiate(Matrix gradient) {
        ofWorth.resize(gradient.rows(), worth.outputs());
        ofTower.zero(gradient.rows(), towerWidth);
        double byShare = 0;
        for (int row = 0; row < gradient.rows(); row++) {
            int at = gradient.offset(row);
            System.arraycopy(gradient.values(), at, ofWorth.values(), ofWorth.offset(row), worth.outputs());
            int towerAt = at + worth.outputs();
            if (tower != null) {
                Kernels.axpy(share(), gradient.values(), towerAt, ofTower.values(), ofTower.offset(row), towerWidth);
                byShare += Kernels.dot(
                        gradient.values(), towerAt, output.values(), output.offset(row) + worth.outputs(), towerWidth);
            }
        }
        share.gradient().values()[0] += (float) byShare;
        worth.differentiate(ofWorth);
        if (tower != null) {
            tower.differentiate(ofTower);
        }
    }

    /** Embeds rows of compound embeddings. */
    public Matrix embed(Matrix compounds) {
        stop();
        Matrix all = new Matrix();
        all.resize(compounds.rows(), width());
        Matrix batch = new Matrix();
        int most = 256;
        for (int from = 0; from < compounds.rows(); from += most) {
            int rows = Math.min(most, compounds.rows() - from);
            batch.resize(rows, compounds.columns());
            System.arraycopy(compounds.values(), compounds.offset(from), batch.values(), 0, rows * compounds.columns());
            Matrix embedded = forward(batch);
            System.arraycopy(embedded.values(), 0, all.values(), all.offset(from), rows * width());
        }
        return all;
    }
}
