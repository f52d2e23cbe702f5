package akin.similar.siamese;

import akin.models.random.Hash;
import akin.similar.pairs.Pair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Draws triplets, each a similar pair followed by another pair of one of its products: as many in an epoch as there are other
 * pairs. A similar pair whose products are in no other pair is followed by its left product and any that is not known to be
 * similar to it. Draws are a hash of seed, epoch and number.
 */
final class Triplets implements Lessons {
    private final long seed;
    private final List<Pair> similar;
    private final Map<Integer, List<Pair>> others = new HashMap<>();
    private final Set<Long> known = new HashSet<>();
    private final int each;

    /**
     * @param pairs of a task
     * @param otherwise similar pairs, where the task has none
     */
    Triplets(List<Pair> pairs, List<Pair> otherwise, long seed) {
        this.seed = seed;
        List<Pair> own = pairs.stream().filter(Pair::isSimilar).toList();
        similar = own.isEmpty() ? otherwise : own;
        similar.forEach(pair -> known.add(pair.key()));
        pairs.stream().filter(pair -> !pair.isSimilar()).forEach(pair -> {
            others.computeIfAbsent(pair.left(), product -> new ArrayList<>()).add(pair);
            others.computeIfAbsent(pair.right(), product -> new ArrayList<>()).add(pair);
        });
        each = Math.max(1, (pairs.size() - own.size()) / Math.max(1, similar.size()));
    }

    @Override
    public List<Pair> of(int epoch) {
        List<Pair> triplets = new ArrayList<>();
        long draws = Hash.of(seed, epoch, 0);
        for (int n = 0; n < each; n++) {
            for (Pair pair : new ShuffledPairs(similar, Hash.of(draws, n, 0)).of(epoch)) {
                Pair other = other(pair, Hash.of(draws, n, pair.key()));
                if (!known.contains(other.key()) && other.left() != other.right()) {
                    triplets.add(pair);
                    triplets.add(other);
                }
            }
        }
        return triplets;
    }

    private Pair other(Pair pair, long draw) {
        List<Pair> of = Stream.of(pair.left(), pair.right())
                .flatMap(product -> others.getOrDefault(product, List.of()).stream())
                .toList();
        return of.isEmpty()
                ? new Pair(
                        pair.left(),
                        similar.get((int) Hash.below(draw, similar.size())).right(),
                        false)
                : of.get((int) Hash.below(draw, of.size()));
    }
}
