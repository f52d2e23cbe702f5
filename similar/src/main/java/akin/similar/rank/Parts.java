package akin.similar.rank;

import akin.models.random.Hash;
import akin.similar.catalogue.Product;
import java.util.ArrayList;
import java.util.List;

/**
 * Products to learn from, to choose by and to measure on: three, one and one of five, by a hash of the title, so that
 * variants of a product stay together.
 */
record Parts(List<Integer> train, List<Integer> valid, List<Integer> test) {
    private static final long SEED = 0x5911;
    private static final int FIFTHS = 5;

    static Parts of(List<Product> products) {
        List<List<Integer>> parts = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < products.size(); i++) {
            Product product = products.get(i);
            String name = product.title() == null ? product.id() : product.title();
            int fifth = (int) Hash.below(Hash.of(Hash.seed(SEED, name), 0, 0), FIFTHS);
            parts.get(Math.max(0, fifth - 2)).add(i);
        }
        return new Parts(parts.get(0), parts.get(1), parts.get(2));
    }
}
