package akin.models.neighbours;

import akin.models.memory.Memory;
import akin.models.memory.Table;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Per row of a space, a list of rows near it: those found when it was made, best first, then those offered since. A listed
 * row may be gone, or another item's, by now. Columns:
 * <ul>
 *   <li>times that the row was learned
 *   <li>number of listed rows
 *   <li>radius: float bits of the cosine of the last row that was near enough when the list was cut to its best; 0: never
 *   <li>the listed rows
 * </ul>
 */
final class Lists {
    private static final int LEARNED = 0;
    private static final int SIZE = 1;
    private static final int RADIUS = 2;
    private static final int ROWS = 3;
    /** Of a list's room, what is left to offers when it is cut. */
    private static final int SPARE = 8;

    private final Space space;
    private final Cosines cosines;
    private final Table table;
    private final int capacity;
    private final Beam beam = new Beam();

    Lists(Memory memory, NeighbourSettings settings, Space space) {
        this.space = space;
        cosines = new Cosines(space);
        capacity = settings.listed();
        table = memory.table("neighbours.lists", ROWS + capacity, settings.shapeOfLists());
    }

    /** Most rows that a list made anew has: some room is left for offers. */
    int most() {
        return capacity - capacity / SPARE;
    }

    /** Counts that a row was learned once more, and returns how often that was. */
    int learned(int row) {
        table.ensure(row);
        int learned = Math.max(1, table.getInt(row, LEARNED) + 1);
        table.setInt(row, LEARNED, learned);
        return learned;
    }

    /** Returns how many rows are listed for a row. */
    int size(int row) {
        return table.has(row) ? table.getInt(row, SIZE) : 0;
    }

    /** Returns whether a row has moved so far that what was nearest to it is no longer within its radius. */
    boolean isStale(int row) {
        int first = table.getInt(row, ROWS);
        return table.getInt(row, RADIUS) != 0
                && cosines.from(row)
                && !(space.has(first) && cosines.to(first) >= Float.intBitsToFloat(table.getInt(row, RADIUS)));
    }

    /** Tells the rows that are listed for a row. */
    void forEach(int row, IntConsumer listed) {
        if (table.has(row)) {
            int[] page = table.page(row);
            int from = table.offset(row) + ROWS;
            int end = from + size(row);
            for (int i = from; i < end; i++) {
                listed.accept(page[i]);
            }
        }
    }

    /** Returns whether a row is listed for another. */
    boolean has(int row, int listed) {
        if (!table.has(row)) {
            return false;
        }
        int[] page = table.page(row);
        int from = table.offset(row) + ROWS;
        int end = from + size(row);
        while (from < end && page[from] != listed) {
            from++;
        }
        return from < end;
    }

    /** Lists what a search has found, {@link #most} at most. */
    void put(int row, Beam found) {
        table.ensure(row);
        int[] page = table.writable(row);
        int at = table.offset(row);
        for (int i = 0; i < found.size(); i++) {
            page[at + ROWS + i] = found.row(i);
        }
        Arrays.fill(page, at + ROWS + found.size(), at + ROWS + capacity, 0);
        page[at + SIZE] = found.size();
        page[at + RADIUS] = found.size() < most() ? 0 : Float.floatToIntBits(found.cosine(found.size() - 1));
    }

    /** Lists a row for another unless it is there, or is further away than what is. */
    void offer(int to, int row, float cosine) {
        table.ensure(to);
        if (!isNear(to, cosine) || has(to, row)) {
            return;
        }
        if (size(to) == capacity) {
            cut(to);
            if (!isNear(to, cosine)) {
                return;
            }
        }
        int size = size(to);
        table.setInt(to, ROWS + size, row);
        table.setInt(to, SIZE, size + 1);
    }

    private boolean isNear(int to, float cosine) {
        int radius = table.getInt(to, RADIUS);
        return radius == 0 || cosine > Float.intBitsToFloat(radius);
    }

    /** Keeps the nearest by today's vectors. */
    private void cut(int row) {
        beam.clear(most());
        if (cosines.from(row)) {
            forEach(row, other -> {
                if (space.has(other)) {
                    beam.offer(cosines.to(other), other);
                }
            });
        }
        put(row, beam);
    }

    void forget(int row) {
        if (table.has(row)) {
            table.clear(row);
        }
    }
}
