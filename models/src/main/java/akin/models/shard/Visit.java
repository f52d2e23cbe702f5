package akin.models.shard;

import akin.models.event.EventType;
import java.util.List;

/**
 * A visit in its context, on its way to a shard. When the item and its anchor lie in different shards, both get it.
 *
 * @param session the key of its session
 * @param window the session's last items before this one, newest last; the newest that is not the item itself is the
 *     anchor
 * @param atAnchor true in the anchor's shard: the example (window, item) is tested and trained there
 * @param atItem true in the item's own shard: the visit is counted there
 * @param first true when the item is new to its user or session (the co-visit unit), so that it makes pairs
 * @param example true when there is something to learn from: a window, and not just its last item going into the cart
 * @param ledTo the most that the session is known to have done with the item: looked, put into the cart, bought
 * @param companions the other distinct items of the unit, empty unless {@code atItem} and {@code first}
 */
public record Visit(
        int shard,
        long timestamp,
        String userId,
        long sequence,
        long session,
        EventType type,
        String itemId,
        List<String> window,
        boolean atAnchor,
        boolean atItem,
        boolean first,
        boolean example,
        EventType ledTo,
        List<String> companions)
        implements ShardInput {

    @Override
    public int rank() {
        return 2;
    }

    @Override
    public String owner() {
        return userId;
    }

    /** Returns the visit for the shard of its anchor, where another one is the item's own. */
    public Visit atAnchorIn(int anchorShard) {
        return new Visit(
                anchorShard,
                timestamp,
                userId,
                sequence,
                session,
                type,
                itemId,
                window,
                true,
                false,
                first,
                example,
                ledTo,
                List.of());
    }

    /** Returns whether the shopper chose the item just now, instead of coming back to it for the cart or to buy. */
    public boolean isNewChoice() {
        return example && (type == EventType.VIEW || !window.contains(itemId));
    }

    /**
     * Returns whether the visit tells what a shopper looks at next: an example, or the same item once more at the beginning
     * of a session.
     */
    public boolean tellsWhatIsNext() {
        return example || (type == EventType.VIEW && !window.isEmpty() && anchorId() == null);
    }

    /** The last item before this one that is another item, or null when the session has none. */
    public String anchorId() {
        return anchorOf(itemId, window);
    }

    /** The newest of {@code window} that is not {@code itemId}, or null. */
    public static String anchorOf(String itemId, List<String> window) {
        for (int i = window.size() - 1; i >= 0; i--) {
            if (!window.get(i).equals(itemId)) {
                return window.get(i);
            }
        }
        return null;
    }
}
