package akin.models.ranking;

import akin.models.random.Hash;
import java.util.HashSet;
import java.util.Set;

/**
 * Team-draft interleaving of two lists [Radlinski, Kurup and Joachims, CIKM 2008]: in each round both choose their best item
 * that is not taken yet, who chooses first is drawn. A click speaks for the list that chose the item.
 *
 * @param places by place of the interleaved list, the place that the item has in the list that chose it
 * @param teams by place {@code a} or {@code b}, the list that chose the item
 */
public record TeamDraft(int[] places, String teams) {
    private static final long COIN = 1;

    /**
     * Interleaves two lists.
     *
     * @param a items of the first list, best first, each once; at least {@code size}
     * @param b of the second
     * @param size how many items the interleaved list has
     */
    public static TeamDraft of(int[] a, int[] b, int size, long seed) {
        int[][] lists = {a, b};
        int[] next = {0, 0};
        Set<Integer> taken = new HashSet<>();
        int[] places = new int[size];
        StringBuilder teams = new StringBuilder(size);
        for (int place = 0; place < size; place++) {
            boolean isFirst = place % 2 == 0;
            int list = (int) (Hash.of(seed, COIN, place / 2) & 1) ^ (isFirst ? 0 : 1);
            while (!taken.add(lists[list][next[list]])) {
                next[list]++;
            }
            places[place] = next[list];
            teams.append(list == 0 ? 'a' : 'b');
        }
        return new TeamDraft(places, teams.toString());
    }

    /** Returns whether the first list chose the item at a place. */
    public boolean isOfFirst(int place) {
        return teams.charAt(place) == 'a';
    }
}
