package akin.similar.pairs;

import akin.models.kernel.Matrix;
import akin.similar.compound.Sides;
import akin.similar.nearest.ExactSearch;
import akin.similar.nearest.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Mines pairs of products that are near each other and yet not the same: a product whose match is known, and those nearest
 * to it that are not its match. It takes for granted that a product has one match on the other side; where the pairs say
 * otherwise, it mines nothing.
 *
 * @param each how many are mined per product
 */
public record HardNegatives(int each) {
    private static final double MOST_MATCHES = 1.15;

    /**
     * Mines pairs.
     *
     * @param labelled pairs that are learned
     * @param vectors of all products
     */
    public List<Pair> mine(List<Pair> labelled, Matrix vectors, Sides sides) {
        Map<Integer, Set<Integer>> ofLeft = matches(labelled, true);
        Map<Integer, Set<Integer>> ofRight = matches(labelled, false);
        List<Pair> mined = new ArrayList<>();
        if (!sides.isOne() && isOneToOne(ofLeft) && isOneToOne(ofRight)) {
            Set<Long> known = new HashSet<>();
            labelled.forEach(pair -> known.add(key(pair.left(), pair.right())));
            mine(ofLeft.keySet(), vectors, sides, true, known, mined);
            mine(ofRight.keySet(), vectors, sides, false, known, mined);
        }
        return mined;
    }

    private static Map<Integer, Set<Integer>> matches(List<Pair> labelled, boolean byLeft) {
        Map<Integer, Set<Integer>> matches = new HashMap<>();
        labelled.stream()
                .filter(Pair::isSimilar)
                .forEach(pair -> matches.computeIfAbsent(byLeft ? pair.left() : pair.right(), row -> new TreeSet<>())
                        .add(byLeft ? pair.right() : pair.left()));
        return matches;
    }

    private static boolean isOneToOne(Map<Integer, Set<Integer>> matches) {
        int pairs = matches.values().stream().mapToInt(Set::size).sum();
        return !matches.isEmpty() && pairs <= MOST_MATCHES * matches.size();
    }

    private void mine(
            Set<Integer> rows, Matrix vectors, Sides sides, boolean fromLeft, Set<Long> known, List<Pair> into) {
        int[] queries = rows.stream().mapToInt(row -> row).sorted().toArray();
        Matrix from = new Matrix();
        from.resize(queries.length, vectors.columns());
        for (int i = 0; i < queries.length; i++) {
            System.arraycopy(
                    vectors.values(), vectors.offset(queries[i]), from.values(), from.offset(i), vectors.columns());
        }
        int first = fromLeft ? sides.left() : 0;
        Matrix at = fromLeft ? sides.rights(vectors) : sides.lefts(vectors);
        Nearest[] nearest = new ExactSearch(at)
                .search(from, each, (query, item) -> !known.contains(key(queries[query], first + item, fromLeft)));
        for (int i = 0; i < queries.length; i++) {
            for (int row : nearest[i].rows()) {
                into.add(
                        fromLeft ? new Pair(queries[i], first + row, false) : new Pair(first + row, queries[i], false));
            }
        }
    }

    private static long key(int from, int at, boolean fromLeft) {
        return fromLeft ? key(from, at) : key(at, from);
    }

    private static long key(int left, int right) {
        return (long) left << 32 | right;
    }
}
