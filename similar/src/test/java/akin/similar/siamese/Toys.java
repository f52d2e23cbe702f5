package akin.similar.siamese;

import akin.similar.catalogue.Product;
import akin.similar.compound.Compounds;
import akin.similar.feature.Extractor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Small made-up catalogues. */
final class Toys {
    private static final int WIDTH = 16;

    private Toys() {}

    /** Twice as many products, of which number n and number {@code products + n} are the same. */
    static Compounds compounds(int products) {
        List<Product> all = new ArrayList<>();
        for (int i = 0; i < 2 * products; i++) {
            String id = String.valueOf(i);
            all.add(new Product(id, id, null, List.of(), null, Double.NaN, Map.of(), null, true));
        }
        try {
            return Compounds.of(all, List.of(new Noisy("code", products, 0.5), new Noisy("picture", products, 20)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Vectors that are the same for the same products, up to noise; every ninth product has none. */
    private record Noisy(String id, int products, double noise) implements Extractor {
        @Override
        public String version() {
            return "1";
        }

        @Override
        public int dimensions() {
            return WIDTH;
        }

        @Override
        public byte[] content(Product product) {
            int number = Integer.parseInt(product.id());
            return number % 9 == 0 ? null : new byte[] {(byte) (number >> 8), (byte) number};
        }

        @Override
        public float[] extract(byte[] content) {
            int number = (content[0] & 0xff) << 8 | content[1] & 0xff;
            Random same = new Random(number % products);
            Random own = new Random(1_000_000 + number);
            float[] vector = new float[WIDTH];
            for (int i = 0; i < WIDTH; i++) {
                vector[i] = (float) (same.nextGaussian() + noise * own.nextGaussian());
            }
            return vector;
        }
    }
}
