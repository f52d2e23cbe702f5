package akin.similar.feature;

import akin.models.random.Hash;
import akin.similar.catalogue.Product;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * Puts prices on curves, such that the cosine of two falls with the ratio between them: {@code exp(-(Δ log price)² / 2 s²)}
 * for three scales s, by random Fourier features. [Rahimi and Recht, NIPS 2007]
 */
public final class PriceExtractor implements PartedExtractor {
    private static final double[] SCALES = {0.1, 0.3, 1};
    private static final int WIDTH = 64;
    private static final long SEED = 0x93CE;

    private final String id;

    public PriceExtractor(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String version() {
        return "price-1-" + Arrays.toString(SCALES) + "-" + WIDTH;
    }

    @Override
    public int dimensions() {
        return SCALES.length * WIDTH;
    }

    @Override
    public List<Part> parts() {
        return Arrays.stream(SCALES)
                .mapToObj(scale -> new Part("scale-" + scale, WIDTH))
                .toList();
    }

    @Override
    public byte[] content(Product product) {
        boolean isPrice = product.hasPrice() && product.price() > 0 && product.price() < Double.POSITIVE_INFINITY;
        return isPrice
                ? ByteBuffer.allocate(Double.BYTES).putDouble(product.price()).array()
                : null;
    }

    @Override
    public float[] extract(byte[] content) {
        double logarithm = StrictMath.log(ByteBuffer.wrap(content).getDouble());
        float[] vector = new float[dimensions()];
        float length = (float) Math.sqrt(2.0 / WIDTH);
        for (int i = 0; i < vector.length; i += 2) {
            double angle = logarithm * frequency(i) / SCALES[i / WIDTH];
            vector[i] = (float) StrictMath.cos(angle) * length;
            vector[i + 1] = (float) StrictMath.sin(angle) * length;
        }
        return vector;
    }

    /** A draw of the normal distribution. [Box and Muller, 1958] */
    private static double frequency(int i) {
        double radius = 1 - Hash.unit(Hash.of(SEED, i, 0));
        double angle = 2 * Math.PI * Hash.unit(Hash.of(SEED, i, 1));
        return Math.sqrt(-2 * StrictMath.log(radius)) * StrictMath.cos(angle);
    }

    @Override
    public boolean isCached() {
        return false;
    }
}
