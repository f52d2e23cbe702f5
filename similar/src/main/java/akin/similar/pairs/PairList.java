package akin.similar.pairs;

import java.util.List;

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
}
