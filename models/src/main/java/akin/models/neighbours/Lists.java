package akin.models.neighbours;

import akin.models.memory.Memory;
import akin.models.memory.Setting;
import akin.models.memory.Table;
import java.util.Arrays;

/**
 * Per row of a space, a list of rows near it: those found when it was made, best first, then those offered since. A listed
 * row may be gone, or another item's, by now. Columns:
 * <ul>
 *   <li>times that the row was learned
 *   <li>number of listed rows
 *   <li>radius: float bits of the cosine of the last row that was near enough when the list was cut to its best; 0: never
 *   <li>the row's direction when the list was made, four bytes each
 *   <li>the listed rows
 * </ul>
 */
final class Lists {
    private static final int LEARNED = 0;
    private static final int SIZE = 1;
    private static final int RADIUS = 2;
    private static final int DIRECTION = 3;
    /** Times up to which a vector turns so often that what is near it now tells little of what will be. */
    private static final int YOUNG = 16;
    /** Times after which only a turn counts. */
    private static final int SETTLED = 1 << 10;
    /** Of a list's room, what is left to offers when it is cut. */
    private static final int SPARE = 4;

    private final Directions directions;
    private final Table table;
    private final int capacity;
    private final float refreshBelow;
    /** The column of the first listed row. */
    private final int rows;

    private final byte[] then;
    private final Beam beam = new Beam();

    Lists(Memory memory, NeighbourSettings settings, Directions directions, Setting shapeOfVectors) {
        this.directions = directions;
        capacity = settings.listed();
        refreshBelow = (float) settings.refreshBelow();
        int packed = (directions.dimensions() + 3) / 4;
        then = new byte[4 * packed];
        rows = DIRECTION + packed;
        table = memory.table("neighbours.lists", rows + capacity, settings.shapeOfLists(), shapeOfVectors);
    }

    /** Most rows that a list made anew has: some room is left for offers. */
    int most() {
        return capacity - capacity / SPARE;
    }

    /**
     * Counts that a row, which has a direction, was learned once more, and returns whether its list is to be made anew: at
     * first when the row was learned twice as often as the last time, later whenever its direction is another one.
     */
    boolean learned(int row) {
        table.ensure(row);
        int learned = Math.min(table.getInt(row, LEARNED) + 1, SETTLED);
        table.setInt(row, LEARNED, learned);
        boolean isPowerOfTwo = (learned & learned - 1) == 0;
        return isPowerOfTwo && learned < SETTLED || size(row) == 0 || learned > YOUNG && hasTurned(row);
    }

    /** Returns how many rows are listed for a row. */
    int size(int row) {
        return table.has(row) ? table.getInt(row, SIZE) : 0;
    }

    /** Returns the {@code i}-th of the rows that are listed for a row. */
    int row(int of, int i) {
        return table.getInt(of, rows + i);
    }

    private boolean hasTurned(int row) {
        int[] page = table.page(row);
        int at = table.offset(row) + DIRECTION;
        for (int i = 0; i < then.length; i++) {
            then[i] = (byte) (page[at + (i >> 2)] >> ((i & 3) << 3));
        }
        return directions.cosine(then, 0, row) < refreshBelow;
    }

    private void setDirection(int row, int[] page, int at) {
        Arrays.fill(page, at, at + then.length / 4, 0);
        byte[] chunk = directions.chunk(row);
        int from = directions.offset(row);
        for (int i = 0; i < directions.dimensions(); i++) {
            page[at + (i >> 2)] |= (chunk[from + i] & 0xff) << ((i & 3) << 3);
        }
    }

    /** Returns whether a row is listed for another. */
    boolean has(int row, int listed) {
        if (!table.has(row)) {
            return false;
        }
        int[] page = table.page(row);
        int from = table.offset(row) + rows;
        int end = from + size(row);
        while (from < end && page[from] != listed) {
            from++;
        }
        return from < end;
    }

    /** Lists what a search has found now, {@link #most} at most. */
    void put(int row, Beam found) {
        table.ensure(row);
        setDirection(row, table.writable(row), table.offset(row) + DIRECTION);
        list(row, found);
    }

    private void list(int row, Beam found) {
        int[] page = table.writable(row);
        int at = table.offset(row);
        for (int i = 0; i < found.size(); i++) {
            page[at + rows + i] = found.row(i);
        }
        Arrays.fill(page, at + rows + found.size(), at + rows + capacity, 0);
        page[at + SIZE] = found.size();
        page[at + RADIUS] = found.size() < most() ? 0 : Float.floatToIntBits(found.cosine(found.size() - 1));
    }

    /** Lists a row for another, which has a direction, unless it is there or is further away than what is. */
    void offer(int to, int row, float cosine) {
        if (size(to) == 0 || !isNear(to, cosine) || has(to, row)) {
            return;
        }
        if (size(to) == capacity) {
            cut(to);
            if (!isNear(to, cosine)) {
                return;
            }
        }
        int size = size(to);
        table.setInt(to, rows + size, row);
        table.setInt(to, SIZE, size + 1);
    }

    private boolean isNear(int to, float cosine) {
        int radius = table.getInt(to, RADIUS);
        return radius == 0 || cosine > Float.intBitsToFloat(radius);
    }

    /** Keeps the nearest by today's vectors. */
    private void cut(int row) {
        beam.clear(most());
        for (int i = 0; i < size(row); i++) {
            int other = row(row, i);
            if (directions.has(other)) {
                beam.offer(directions.cosine(row, other), other);
            }
        }
        list(row, beam);
    }

    void forget(int row) {
        if (table.has(row)) {
            table.clear(row);
        }
    }
}
