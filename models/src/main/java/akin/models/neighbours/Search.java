package akin.models.neighbours;

import akin.models.memory.RowPositions;

/**
 * Looks for the rows nearest to a row by today's vectors: from some that may be near on to what is listed for the best of
 * them, as long as that finds better ones.
 */
final class Search {
    /** Lists in a row that may bring nothing before a search ends. */
    private static final int PATIENCE = 4;

    private final Space space;
    private final Lists lists;
    private final int steps;
    private final Cosines cosines;
    private final Beam beam = new Beam();
    private final RowPositions seen = new RowPositions();
    /** Whether a row that was seen of late is one of the nearest. */
    private boolean isBetter;

    Search(Space space, Lists lists, int steps) {
        this.space = space;
        this.lists = lists;
        this.steps = steps;
        cosines = new Cosines(space);
    }

    /** Begins a search for the {@code k} rows nearest to a row; false when it has no vector or none with a direction. */
    boolean begin(int row, int k) {
        if (!cosines.from(row)) {
            return false;
        }
        beam.clear(k);
        seen.clear();
        seen.put(row, 0);
        return true;
    }

    /** Looks at a row. */
    void see(int row) {
        if (seen.put(row, 0) && space.has(row)) {
            isBetter |= beam.offer(cosines.to(row), row);
        }
    }

    /** Looks at the rows that are listed for a row; false when none of them is one of the nearest. */
    boolean seeListed(int row) {
        isBetter = false;
        lists.forEach(row, this::see);
        return isBetter;
    }

    /** Follows the lists of what was seen. */
    void follow() {
        int idle = 0;
        for (int step = 0; step < steps && idle < PATIENCE; step++) {
            int row = beam.follow();
            if (row < 0) {
                return;
            }
            idle = seeListed(row) ? 0 : idle + 1;
        }
    }

    /** The nearest rows so far. */
    Beam found() {
        return beam;
    }
}
