package akin.similar.siamese;

import akin.models.kernel.Kernels;
import akin.models.kernel.Matrix;
import akin.models.kernel.Scalars;
import akin.models.layers.Initial;
import akin.models.layers.Parameter;
import akin.models.layers.Parameters;
import akin.similar.compound.Block;
import akin.similar.compound.Layout;
import java.util.List;

/**
 * Weighs the blocks of compound embeddings by what each is worth: {@code s_b x_b}, with a number more per block, which is
 * {@code m_b} where a product lacks it and zero where it has it. So a squared distance is a sum over the blocks: between
 * products that both have one, by its cosine; where one lacks it, by what lacking it says.
 */
final class Worth {
    private final List<Block> blocks;
    private final int width;
    /** Logarithms of s. */
    private final Parameter scales;

    private final Parameter lacking;
    private final Matrix output = new Matrix();
    private Matrix input;

    /**
     * @param start squared length of what lacks nothing, at the start
     */
    Worth(Parameters parameters, Layout layout, double start) {
        blocks = layout.blocks();
        width = layout.width();
        float scale = (float) (StrictMath.log(start / blocks.size()) / 2);
        scales = parameters.add("worth.scales", 1, blocks.size(), Initial.constant(scale));
        lacking = parameters.add("worth.lacking", 1, blocks.size(), Initial.constant(0.1f));
    }

    int outputs() {
        return width + blocks.size();
    }

    /** Returns s² of a block, which is how much of a squared distance it makes. */
    double of(int block) {
        return Scalars.exp(2 * scales.values().values()[block]);
    }

    Matrix forward(Matrix input) {
        this.input = input;
        output.zero(input.rows(), outputs());
        for (int b = 0; b < blocks.size(); b++) {
            Block block = blocks.get(b);
            float scale = (float) Scalars.exp(scales.values().values()[b]);
            for (int row = 0; row < input.rows(); row++) {
                int from = input.offset(row) + block.offset();
                int to = output.offset(row);
                if (isLacking(input, from, block)) {
                    output.values()[to + width + b] = lacking.values().values()[b];
                } else {
                    Kernels.axpy(scale, input.values(), from, output.values(), to + block.offset(), block.width());
                }
            }
        }
        return output;
    }

    private static boolean isLacking(Matrix input, int at, Block block) {
        return Kernels.squaredNorm(input.values(), at, block.width()) == 0;
    }

    /** Adds to the gradients of the parameters, after {@link #forward}. */
    void differentiate(Matrix gradient) {
        for (int b = 0; b < blocks.size(); b++) {
            Block block = blocks.get(b);
            for (int row = 0; row < input.rows(); row++) {
                int from = input.offset(row) + block.offset();
                int at = gradient.offset(row);
                if (isLacking(input, from, block)) {
                    lacking.gradient().values()[b] += gradient.values()[at + width + b];
                }
                scales.gradient().values()[b] += Kernels.dot(
                        gradient.values(),
                        at + block.offset(),
                        output.values(),
                        output.offset(row) + block.offset(),
                        block.width());
            }
        }
    }
}
