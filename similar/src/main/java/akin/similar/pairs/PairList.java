package akin.similar.pairs;

import java.util.List;
import java.util.Map;

/**
 * Pairs that were read.
 *
 * @param unreadable rows that lacked a member or a label
 * @param unknown rows that name a product which is in no catalogue
 */
public record PairList(List<Pair> pairs, int unreadable, int unknown) {
    public PairList {
        pairs = List.copyOf(pairs);
    }

    /** Returns how many pairs and dropped rows there are, by name. */
    public Map<String, Integer> counts() {
        return Map.of("pairs", pairs.size(), "unreadable", unreadable, "unknown", unknown);
    }
}
