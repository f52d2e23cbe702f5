package akin.similar.pairs;

import akin.models.settings.Checks;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Mines pairs from what shoppers do: what one looked at last before buying something else is similar to it; what the same
 * one looked at so many places before is near in thought, but not similar. [section 5.1.2 of the product-similarity-service
 * paper]
 *
 * @param places between what is not similar and the purchase
 */
public record ViewToPurchase(int places) implements Serializable {
    /** Pairs of one shopper, at most: more are those of a program. */
    static final int MOST_PAIRS = 200;

    public ViewToPurchase {
        Checks.ofPart().range("places", places, 2, 10_000).verify();
    }

    /**
     * A view or a purchase.
     *
     * @param item number of the product
     */
    public record Action(int item, boolean isPurchase) {}

    /**
     * Mines the pairs of one shopper, each from the view to the purchase; the newest where there are too many.
     *
     * @param actions in the order of time
     */
    public List<Pair> mine(List<Action> actions) {
        Deque<Integer> views = new ArrayDeque<>();
        List<Pair> pairs = new ArrayList<>();
        for (Action action : actions) {
            if (action.isPurchase()) {
                mine(action.item(), views, pairs);
            } else if (views.isEmpty() || views.getFirst() != action.item()) {
                // A page that is loaded again is no other view.
                views.addFirst(action.item());
                if (views.size() > 2 * places) {
                    views.removeLast();
                }
            }
        }
        return pairs.subList(Math.max(0, pairs.size() - MOST_PAIRS), pairs.size());
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
