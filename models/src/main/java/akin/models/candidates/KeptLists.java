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
 * What sources that depend on the anchor alone named, kept with the anchor as long as it {@link Source#lasts lasts}. References
 * tell when a listed item is gone; whether one may be shown is asked at each reading. Tables:
 *
 * <ul>
 *   <li>{@code lists.SOURCE}, by the anchor's row, ints: the number of visits at which the source is asked anew, 0: nothing is
 *       kept; the handle of a block, 0: nothing was named
 *   <li>a block: pairs of a reference (0: the list ends here) and a score, a float by its bits
 * </ul>
 */
final class KeptLists {
    private static final int MOST = 1024;
    private static final int DUE = 0;
    private static final int BLOCK = 1;

    private final Items items;
    private final int refreshVisits;
    private final double[] lasts;
    private final Table[] tables;
    private final Blocks blocks;

    /**
     * @param refreshVisits most visits of an anchor that a list lasts
     */
    KeptLists(Memory memory, Items items, int refreshVisits, List<Source> sources) {
        this.items = items;
        this.refreshVisits = refreshVisits;
        lasts = sources.stream().mapToDouble(Source::lasts).toArray();
        tables = sources.stream()
                .map(source -> source.lasts() > 0 ? memory.table("lists." + source.name(), 2) : null)
                .toArray(Table[]::new);
        blocks = new Blocks(memory, "lists", MOST - 1);
    }

    /** Returns how many visits what a source names for an anchor lasts, from now on. */
    private int interval(int source, int anchor) {
        return (int) Math.min(items.visits(anchor) * lasts[source], refreshVisits);
    }

    /** Returns whether a source is to be asked and its list to be kept. */
    boolean isDue(int source, int anchor) {
        return interval(source, anchor) > 0 && due(source, anchor) <= items.visits(anchor);
    }

    private int due(int source, int anchor) {
        return tables[source].has(anchor) ? tables[source].getInt(anchor, DUE) : 0;
    }

    /** Returns whether what a source named is kept. */
    boolean has(int source, int anchor) {
        return lasts[source] > 0 && due(source, anchor) > 0;
    }

    /** Keeps what a source named. */
    void keep(int source, int anchor, CandidateList list) {
        Table table = tables[source];
        table.ensure(anchor);
        int handle = block(table.getInt(anchor, BLOCK), list.size());
        table.setInt(anchor, DUE, items.visits(anchor) + interval(source, anchor));
        table.setInt(anchor, BLOCK, handle);
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
        int handle = tables[source].getInt(anchor, BLOCK);
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
        for (Table table : tables) {
            if (table != null && table.has(anchor) && table.getInt(anchor, DUE) > 0) {
                if (table.getInt(anchor, BLOCK) != 0) {
                    blocks.free(table.getInt(anchor, BLOCK));
                }
                table.clear(anchor);
            }
        }
    }
}
