package akin.similar.training;

import akin.models.kernel.Kernels;
import akin.models.kernel.Matrix;
import akin.similar.catalogue.Product;
import akin.similar.catalogue.ProductFile;
import akin.similar.compound.Compounds;
import akin.similar.compound.Layout;
import akin.similar.files.Digest;
import akin.similar.files.PartFolder;
import akin.similar.files.VectorFile;
import akin.similar.files.Vectors;
import java.io.IOException;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The products that pairs name, with their compound embeddings: rows in the order of the catalogue's parts. */
public final class NamedProducts {
    private final Layout layout;
    private final List<String> ids = new ArrayList<>();
    private final Map<String, Integer> rows = new HashMap<>();
    /** By row; null where a product has no input. */
    private final List<float[]> vectors = new ArrayList<>();

    private NamedProducts(Layout layout) {
        this.layout = layout;
    }

    /**
     * Where products are read.
     *
     * @param catalogue folder of the catalogue's parts
     * @param compound folder of the compound embeddings
     * @param parts how many there are
     * @param layout of the compound embeddings
     */
    public record Place(String catalogue, String compound, int parts, Layout layout) implements Serializable {
        NamedProducts read(Predicate<String> isNamed) throws IOException {
            NamedProducts named = new NamedProducts(layout);
            for (int part = 0; part < parts; part++) {
                named.add(
                        ProductFile.read(new PartFolder(Path.of(catalogue)).file(part, "jsonl")),
                        VectorFile.read(new PartFolder(Path.of(compound)).file(part, "vec")),
                        isNamed);
            }
            return named;
        }
    }

    private void add(List<Product> products, Vectors of, Predicate<String> isNamed) {
        for (int row = 0; row < products.size(); row++) {
            String id = products.get(row).id();
            if (isNamed.test(id)) {
                rows.put(id, ids.size());
                ids.add(id);
                int at = of.offset(row);
                vectors.add(of.has(row) ? Arrays.copyOfRange(of.values(), at, at + of.dimensions()) : null);
            }
        }
    }

    int size() {
        return ids.size();
    }

    /** Returns the row of a product, -1 when the catalogue doesn't have it. */
    int row(String id) {
        return rows.getOrDefault(id, -1);
    }

    String id(int row) {
        return ids.get(row);
    }

    /** Returns whether a product has an input. */
    boolean has(int row) {
        return vectors.get(row) != null;
    }

    /** Returns a cosine per input that both products have. */
    double[] cosines(int left, int right) {
        float[] a = vectors.get(left);
        float[] b = vectors.get(right);
        return layout.inputs().stream()
                .mapToDouble(input -> cosine(a, b, layout.offset(input), layout.width(input)))
                .filter(cosine -> !Double.isNaN(cosine))
                .toArray();
    }

    /** NaN where one is zeros. */
    private static double cosine(float[] a, float[] b, int at, int width) {
        double norms = Math.sqrt((double) Kernels.squaredNorm(a, at, width) * Kernels.squaredNorm(b, at, width));
        return Kernels.dot(a, at, b, at, width) / norms;
    }

    /** Returns the embeddings as an application compares them, a row each; zeros where there is none. */
    Matrix matrix() {
        Matrix matrix = new Matrix();
        matrix.zero(size(), layout.width());
        for (int row = 0; row < size(); row++) {
            if (has(row)) {
                System.arraycopy(vectors.get(row), 0, matrix.values(), matrix.offset(row), layout.width());
            }
        }
        return matrix;
    }

    /** Returns what a net takes. */
    Compounds compounds() {
        return Compounds.of(layout, matrix());
    }

    /** Returns a digest of products and embeddings. */
    String digest() {
        Digest digest = new Digest().add(layout);
        ByteBuffer bytes = ByteBuffer.allocate(layout.width() * Float.BYTES);
        for (int row = 0; row < size(); row++) {
            digest.add(id(row));
            if (has(row)) {
                bytes.clear().asFloatBuffer().put(vectors.get(row));
                digest.add(bytes.array());
            }
        }
        return digest.hex();
    }
}
