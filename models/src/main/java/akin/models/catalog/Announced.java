package akin.models.catalog;

import java.util.HashMap;
import java.util.Map;

/**
 * Which items the catalogue has taken out or put back by changes that are still to be learned, in event-time order: for
 * rankings on arrival they count at once. Not remembered: whoever restores a model announces again what waits.
 */
public final class Announced {
    private final Items items;
    private final Map<Integer, Said> byRow = new HashMap<>();
    private boolean counts;

    Announced(Items items) {
        this.items = items;
    }

    /** The newest change of an item that waits. */
    private record Said(int ref, long sequence, boolean isShown) {}

    /**
     * Takes in a change that is still to be learned; an unknown item has nothing to be hidden.
     *
     * @param sequence number of the change among all of the catalogue's
     */
    public void announce(Item item, long sequence) {
        int row = items.row(item.itemId());
        if (row != 0) {
            byRow.put(row, new Said(items.ref(row), sequence, item.available() && !item.deleted()));
        }
    }

    /** Takes in that a change was learned. */
    public void learned(Item item, long sequence) {
        if (!byRow.isEmpty()) {
            byRow.computeIfPresent(items.row(item.itemId()), (row, said) -> said.sequence() <= sequence ? null : said);
        }
    }

    void forget(int row) {
        byRow.remove(row);
    }

    /** Lets what was announced count from now on, or no longer: what is learned may not depend on it. */
    public void count(boolean now) {
        counts = now;
    }

    /** Returns whether an item may be shown, which memory has its own opinion of. */
    boolean isShown(int row, boolean inMemory) {
        if (!counts || byRow.isEmpty()) {
            return inMemory;
        }
        Said said = byRow.get(row);
        return said == null || items.resolve(said.ref()) != row ? inMemory : said.isShown();
    }
}
