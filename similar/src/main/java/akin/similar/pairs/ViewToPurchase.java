package akin.similar.pairs;

import akin.models.settings.Checks;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Mines pairs from what shoppers do: what one looked at last before buying something else is similar to it; what the same
 * one looked at so many places before is near in thought, but not similar.
 *
 * @param places between what is not similar and the purchase
 */
public record ViewToPurchase(int places) {
    /** What the product-similarity-service paper proposes. */
    public static final ViewToPurchase DEFAULT = new ViewToPurchase(20);

    public ViewToPurchase {
        Checks.of("mining").range("places", places, 2, 10_000).verify();
    }

    /**
     * A view or a purchase.
     *
     * @param item row of the product
     */
    public record Action(String user, int item, boolean isPurchase) {}

    /**
     * Mines pairs.
     *
     * @param actions in the order of time
     */
    public List<Pair> mine(Iterable<Action> actions) {
        Map<String, Deque<Integer>> viewed = new HashMap<>();
        List<Pair> pairs = new ArrayList<>();
        for (Action action : actions) {
            Deque<Integer> views = viewed.computeIfAbsent(action.user(), user -> new ArrayDeque<>());
            if (action.isPurchase()) {
                mine(action.item(), views, pairs);
            } else {
                views.addFirst(action.item());
                if (views.size() > 2 * places) {
                    views.removeLast();
                }
            }
        }
        return pairs;
    }

    /** The purchase's own views are no pair, and don't count as places. */
    private void mine(int bought, Deque<Integer> views, List<Pair> into) {
        int place = 0;
        for (int item : views) {
            if (item != bought) {
                place++;
                if (place == 1) {
                    into.add(new Pair(item, bought, true));
                } else if (place == places) {
                    into.add(new Pair(item, bought, false));
                }
            }
        }
    }
}
