package akin.similar.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Products in memory, in the order in which they were read, each id once. */
public final class Catalogue {
    private final List<Product> products;
    private final Map<String, Integer> places;
    private final long repeated;
    private final long rejected;

    private Catalogue(Builder builder) {
        products = List.copyOf(builder.products);
        places = Map.copyOf(builder.places);
        repeated = builder.repeated;
        rejected = builder.rejected;
    }

    public List<Product> products() {
        return products;
    }

    public int size() {
        return products.size();
    }

    public Product get(int place) {
        return products.get(place);
    }

    /** Returns the place of a product, or -1 when it is unknown. */
    public int place(String id) {
        return places.getOrDefault(id, -1);
    }

    /** Products left out since one before had the same id. */
    public long repeated() {
        return repeated;
    }

    /** Rows that could not be read. */
    public long rejected() {
        return rejected;
    }

    /** Collects products. */
    public static final class Builder {
        private final List<Product> products = new ArrayList<>();
        private final Map<String, Integer> places = new HashMap<>();
        private long repeated;
        private long rejected;

        public void add(Product product) {
            if (places.putIfAbsent(product.id(), products.size()) == null) {
                products.add(product);
            } else {
                repeated++;
            }
        }

        void rejected(long rows) {
            rejected += rows;
        }

        public Catalogue build() {
            return new Catalogue(this);
        }
    }
}
