package akin.models.memory;

/** Per row, the newest {@code capacity} of the numbers that were added to it. */
public final class Rings {
    private final Table rings;
    private final int capacity;

    public Rings(Memory memory, String name, int capacity) {
        this.rings = memory.table(name, capacity + 1);
        this.capacity = capacity;
    }

    /** Adds a number, over the oldest when the ring is full. */
    public void add(int row, int value) {
        rings.ensure(row);
        int added = rings.getInt(row, 0);
        rings.setInt(row, 1 + added % capacity, value);
        // Past the capacity only the position counts: keep the counter from overflowing.
        rings.setInt(row, 0, added + 1 < 2 * capacity ? added + 1 : capacity);
    }

    /** Empties a row. */
    public void clear(int row) {
        if (rings.has(row)) {
            rings.clear(row);
        }
    }

    /** How many numbers a row holds. */
    public int size(int row) {
        return rings.has(row) ? Math.min(capacity, rings.getInt(row, 0)) : 0;
    }

    /** The {@code n}-th newest number of a row, 0 the newest; {@code n} below {@link #size}. */
    public int newest(int row, int n) {
        return rings.getInt(row, 1 + Math.floorMod(rings.getInt(row, 0) - 1 - n, capacity));
    }
}
