package akin.models.candidates;

import akin.models.catalog.Items;
import akin.models.memory.Blocks;
import akin.models.memory.Memory;
import akin.models.memory.Table;
import akin.models.ranking.CandidateList;
import akin.models.ranking.Source;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * What sources that depend on the anchor alone named, kept with the anchor. Its lists are made anew once its visits have
 * grown by half, and at the latest after a number of visits. References tell when a listed item is gone; whether one may
 * be shown is asked at each reading. Tables, by the anchor's row, ints:
 *
 * <ul>
 *   <li>{@code lists}: the number of visits at which lists are made anew; 0: there are none
 *   <li>{@code lists.SOURCE}: the handle of the source's block, 0: nothing was named
 *   <li>a block holds pairs of a reference (0: the list ends here) and a score, a float by its bits
 * </ul>
 */
final class KeptLists {
    private static final int MOST = 1024;

    private final Items items;
    private final int refreshVisits;
    private final Table due;
    private final Table[] handles;
    private final Blocks blocks;

    /**
     * @param refreshVisits most visits of an anchor between two makings of its lists
     */
    KeptLists(Memory memory, Items items, int refreshVisits, List<Source> sources) {
        this.items = items;
        this.refreshVisits = refreshVisits;
        due = memory.table("lists", 1);
        handles = sources.stream()
                .map(source -> source.isByAnchor() ? memory.table("lists." + source.name(), 1) : null)
                .toArray(Table[]::new);
        blocks = new Blocks(memory, "lists", MOST - 1);
    }

    /** Returns whether the anchor's lists are to be made, for the first time or anew. */
    boolean areDue(int anchor) {
        return !due.has(anchor) || due.getInt(anchor, 0) <= items.visits(anchor);
    }

    /** Notes that the anchor's lists were made. */
    void made(int anchor) {
        int visits = items.visits(anchor);
        due.ensure(anchor);
        due.setInt(anchor, 0, visits + Math.max(1, Math.min(visits / 2, refreshVisits)));
    }

    /** Returns whether the anchor has lists. */
    boolean has(int anchor) {
        return due.has(anchor) && due.getInt(anchor, 0) > 0;
    }

    /** Keeps what a source named. */
    void keep(int source, int anchor, CandidateList list) {
        Table table = handles[source];
        table.ensure(anchor);
        int handle = block(table.getInt(anchor, 0), list.size());
        table.setInt(anchor, 0, handle);
        if (handle == 0) {
            return;
        }
        int[] page = blocks.writable(handle);
        int at = blocks.offset(handle);
        for (int n = 0; n < Blocks.capacity(handle); n++) {
            boolean isListed = n < list.size();
            page[at + 2 * n] = isListed ? items.ref(list.row(n)) : 0;
            page[at + 2 * n + 1] = isListed ? Float.floatToRawIntBits(list.score(n)) : 0;
        }
    }

    /** Returns a block of the smallest size class that has room, the given one if it is of that class. */
    private int block(int handle, int entries) {
        int sizeClass = 0;
        while (Blocks.capacityOf(sizeClass) < entries) {
            sizeClass++;
        }
        if (entries > 0 && handle != 0 && Blocks.sizeClass(handle) == sizeClass) {
            return handle;
        }
        if (handle != 0) {
            blocks.free(handle);
        }
        return entries == 0 ? 0 : blocks.allocate(sizeClass);
    }

    /** Reads what a source named and may be shown. */
    void read(int source, int anchor, IntPredicate eligible, CandidateList into) {
        int handle = handles[source].has(anchor) ? handles[source].getInt(anchor, 0) : 0;
        if (handle == 0) {
            return;
        }
        int[] page = blocks.page(handle);
        int from = blocks.offset(handle);
        int end = from + 2 * Blocks.capacity(handle);
        for (int at = from; at < end && page[at] != 0 && !into.isFull(); at += 2) {
            int row = items.resolve(page[at]);
            if (eligible.test(row)) {
                into.add(Float.intBitsToFloat(page[at + 1]), row);
            }
        }
    }

    /** Forgets an anchor. */
    void forget(int anchor) {
        if (!has(anchor)) {
            return;
        }
        due.setInt(anchor, 0, 0);
        for (Table table : handles) {
            if (table != null && table.has(anchor) && table.getInt(anchor, 0) != 0) {
                blocks.free(table.getInt(anchor, 0));
                table.setInt(anchor, 0, 0);
            }
        }
    }
}
