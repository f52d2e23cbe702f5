package akin.similar.feature;

import akin.models.random.Hash;
import akin.similar.catalogue.Product;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/**
 * Hashes a product's attributes, brand and levels of its category: each adds plus or minus 1 to some of the vector's numbers,
 * by the hash of its name and value.
 */
public final class AttributesExtractor implements Extractor {
    private static final long SEED = 1;
    /** Numbers that one value moves, so that two values seldom fall together. */
    private static final int COPIES = 8;

    private final String id;
    private final int dimensions;

    public AttributesExtractor(String id, int dimensions) {
        this.id = id;
        this.dimensions = dimensions;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String version() {
        return "attributes-1-" + dimensions;
    }

    @Override
    public int dimensions() {
        return dimensions;
    }

    @Override
    public byte[] content(Product product) {
        StringJoiner lines = new StringJoiner("\n");
        for (int level = 0; level < product.category().size(); level++) {
            lines.add("category " + level + "=" + product.category().get(level));
        }
        if (product.brand() != null) {
            lines.add("brand=" + product.brand());
        }
        product.attributes().forEach((name, value) -> lines.add("attribute " + name + "=" + value));
        return lines.length() == 0 ? null : lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public float[] extract(byte[] content) {
        float[] vector = new float[dimensions];
        for (String line : new String(content, StandardCharsets.UTF_8).split("\n")) {
            long name = Hash.seed(SEED, line);
            for (int copy = 0; copy < COPIES; copy++) {
                long draw = Hash.of(SEED, name, copy);
                vector[(int) Hash.below(draw, dimensions)] += (draw & 1) == 0 ? 1 : -1;
            }
        }
        return vector;
    }

    @Override
    public boolean isCached() {
        return false;
    }
}
