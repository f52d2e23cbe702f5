package akin.similar.reduce;

import akin.models.kernel.Kernels;
import akin.models.random.Hash;
import akin.similar.catalogue.Product;
import akin.similar.feature.Extractor;
import java.io.IOException;

/**
 * Reduces the vectors of an extractor by a random projection whose numbers, +1 or -1, are a hash of their place: it needs
 * no catalogue, and is the same everywhere. Cosines stay, up to about {@code 1 / sqrt(dimensions)}. [Achlioptas, PODS 2001]
 */
public final class HashProjection implements Extractor {
    private static final long SEED = 0x9207;

    private final Extractor extractor;
    private final float[][] signs;

    public HashProjection(Extractor extractor, int dimensions) {
        this.extractor = extractor;
        signs = new float[extractor.dimensions()][dimensions];
        for (int i = 0; i < signs.length; i++) {
            for (int j = 0; j < dimensions; j++) {
                signs[i][j] = (Hash.of(SEED, i, j) & 1) == 0 ? 1 : -1;
            }
        }
    }

    /** Reduces an extractor's vectors, if they have more dimensions. */
    public static Extractor of(Extractor extractor, int dimensions) {
        return extractor.dimensions() <= dimensions ? extractor : new HashProjection(extractor, dimensions);
    }

    @Override
    public String id() {
        return extractor.id();
    }

    @Override
    public String version() {
        return extractor.version() + "-hash-" + dimensions();
    }

    @Override
    public int dimensions() {
        return signs[0].length;
    }

    @Override
    public byte[] content(Product product) throws IOException {
        return extractor.content(product);
    }

    @Override
    public float[] extract(byte[] content) throws IOException {
        float[] vector = extractor.extract(content);
        if (vector == null) {
            return null;
        }
        float[] reduced = new float[dimensions()];
        for (int i = 0; i < vector.length; i++) {
            Kernels.axpy(vector[i], signs[i], 0, reduced, 0, reduced.length);
        }
        return reduced;
    }

    @Override
    public void close() {
        extractor.close();
    }
}
