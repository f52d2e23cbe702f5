package akin.models.catalog;

import java.util.HashMap;
import java.util.Map;

/**
 * Which items the catalogue has taken out or put back by changes that are still to be learned, in event-time order: for
 * rankings on arrival they count at once. Not remembered: whoever restores a model announces again what waits.
 */
public final class Announced {
    private final Items items;
    private final Map<String, Said> byId = new HashMap<>();
    /** Of the items that are known by now. */
    private final Map<Integer, Said> byRow = new HashMap<>();

    private boolean counts;

    Announced(Items items) {
        this.items = items;
    }

    /** The newest change of an item that waits. */
    private record Said(long sequence, boolean isShown) {}

    /**
     * Takes in a change that is still to be learned.
     *
     * @param sequence number of the change among those of its item
     */
    public void announce(Item item, long sequence) {
        byId.put(item.itemId(), new Said(sequence, item.available() && !item.deleted()));
        known(items.row(item.itemId()), item.itemId());
    }

    /** Takes in that a change was learned. */
    public void learned(Item item, long sequence) {
        Said said = byId.get(item.itemId());
        if (said != null && said.sequence() <= sequence) {
            byId.remove(item.itemId());
            byRow.remove(items.row(item.itemId()));
        }
    }

    /** Takes in that an item has a row. */
    void known(int row, String itemId) {
        Said said = row == 0 ? null : byId.get(itemId);
        if (said != null) {
            byRow.put(row, said);
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
        Said said = !counts || byRow.isEmpty() ? null : byRow.get(row);
        return said == null ? inMemory : said.isShown();
    }
}
