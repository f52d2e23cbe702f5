package akin.similar.compound;

import akin.models.kernel.Kernels;
import akin.models.kernel.Matrix;
import akin.similar.catalogue.Product;
import akin.similar.feature.Extractor;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * The compound embeddings of products, a row each: blocks of unit length. What a product lacks is zero, and by this known
 * to lack, since nothing that is there has length zero.
 */
public final class Compounds {
    private final Layout layout;
    private final Matrix rows;

    private Compounds(Layout layout, Matrix rows) {
        this.layout = layout;
        this.rows = rows;
    }

    /** Embeds products by all extractors. */
    public static Compounds of(List<Product> products, List<? extends Extractor> extractors) throws IOException {
        Layout layout = Layout.of(extractors);
        Matrix rows = new Matrix();
        rows.zero(products.size(), layout.width());
        Compounds compounds = new Compounds(layout, rows);
        for (int row = 0; row < products.size(); row++) {
            for (Extractor extractor : extractors) {
                byte[] content = extractor.content(products.get(row));
                float[] vector = content == null ? null : extractor.extract(content);
                if (vector != null) {
                    compounds.put(row, extractor.id(), vector);
                }
            }
        }
        return compounds;
    }

    /** Takes rows over, which become blocks of unit length. */
    public static Compounds of(Layout layout, Matrix rows) {
        for (int row = 0; row < rows.rows(); row++) {
            for (Block block : layout.blocks()) {
                normalise(rows.values(), rows.offset(row) + block.offset(), block.width());
            }
        }
        return new Compounds(layout, rows);
    }

    private void put(int row, String input, float[] vector) {
        int from = layout.offset(input);
        System.arraycopy(vector, 0, rows.values(), rows.offset(row) + from, vector.length);
        for (Block block : layout.of(input)) {
            normalise(rows.values(), rows.offset(row) + block.offset(), block.width());
        }
    }

    /** Brings a vector to unit length; one of zeros, or with a number that is not finite, becomes zeros. */
    public static void normalise(float[] values, int at, int width) {
        float norm = (float) Math.sqrt(Kernels.squaredNorm(values, at, width));
        if (norm > 0 && norm < Float.POSITIVE_INFINITY) {
            Kernels.scale(1 / norm, values, at, width);
        } else {
            Arrays.fill(values, at, at + width, 0);
        }
    }

    public Layout layout() {
        return layout;
    }

    public Matrix rows() {
        return rows;
    }

    /** Whether a product has a part of an input. */
    public boolean has(int row, Block block) {
        return Kernels.squaredNorm(rows.values(), rows.offset(row) + block.offset(), block.width()) > 0;
    }

    /** Returns unit vectors of one input, a row each. */
    public Matrix input(String input) {
        return normalised(layout.offset(input), layout.width(input));
    }

    /** Returns unit vectors of all inputs together, each of which weighs as much as another. */
    public Matrix all() {
        Matrix all = new Matrix();
        all.resize(rows.rows(), rows.columns());
        System.arraycopy(rows.values(), 0, all.values(), 0, rows.rows() * rows.columns());
        for (int row = 0; row < all.rows(); row++) {
            for (String input : layout.inputs()) {
                normalise(all.values(), all.offset(row) + layout.offset(input), layout.width(input));
            }
            normalise(all.values(), all.offset(row), all.columns());
        }
        return all;
    }

    private Matrix normalised(int offset, int width) {
        Matrix vectors = new Matrix();
        vectors.resize(rows.rows(), width);
        for (int row = 0; row < rows.rows(); row++) {
            System.arraycopy(rows.values(), rows.offset(row) + offset, vectors.values(), vectors.offset(row), width);
            normalise(vectors.values(), vectors.offset(row), width);
        }
        return vectors;
    }
}
