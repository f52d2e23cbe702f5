package akin.similar.pairs;

import akin.models.random.Hash;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Draws pairs that are hardly similar: a product of a similar pair, and any of the other products that similar pairs name.
 * [section 5.1.2 of the product-similarity-service paper]
 *
 * @param each pairs of others that there shall be per similar pair
 */
public record RandomOthers(int each) {
    /** Returns as many as lack; fewer where there are not enough products. */
    public List<Pair> draw(List<Pair> pairs, long seed) {
        List<Pair> similar = pairs.stream().filter(Pair::isSimilar).toList();
        int[] products = similar.stream()
                .flatMap(pair -> List.of(pair.left(), pair.right()).stream())
                .mapToInt(product -> product)
                .distinct()
                .sorted()
                .toArray();
        Set<Long> known = new HashSet<>();
        pairs.forEach(pair -> known.add(pair.key()));
        long lacking = (long) each * similar.size() - (pairs.size() - similar.size());
        List<Pair> drawn = new ArrayList<>();
        for (int n = 0; n < each; n++) {
            for (int i = 0; i < similar.size() && drawn.size() < lacking; i++) {
                int product = similar.get(i).left();
                int other = products[(int) Hash.below(Hash.of(seed, i, n), products.length)];
                Pair pair = new Pair(product, other, false);
                if (product != other && known.add(pair.key())) {
                    drawn.add(pair);
                }
            }
        }
        return drawn;
    }
}
