package akin.models.neighbours;

import akin.models.memory.Memory;

/**
 * The items nearest to an item in a space of learned vectors, by cosine. A few items are all looked at. More have an
 * index, rebuilt now and then from a snapshot: it names what was near, today's vectors tell how near that is. From
 * growing past {@code exactItems} until the first index is used, nothing is found.
 *
 * <p>Answers depend only on the calls made and the vectors at those moments, before and after a restore.
 */
public final class NearestItems implements Nearest {
    private final Space space;
    private final Cosines cosines;
    private final Scan scan;
    private final Rebuilds rebuilds;
    private final Best best = new Best();
    private final float[] direction;

    public NearestItems(Memory memory, NeighbourSettings settings, Space space) {
        this.space = space;
        cosines = new Cosines(space);
        scan = new Scan(space, cosines, settings.exactItems());
        rebuilds = new Rebuilds(memory, settings, space, cosines, scan);
        direction = new float[space.dimensions()];
    }

    /** To be called once per learned visit: the clock of rebuilds. */
    public void learned() {
        rebuilds.learned();
    }

    /** {@inheritDoc} The lower row comes first among equals. */
    @Override
    public int nearest(int row, int k, int[] rows, float[] cosines) {
        if (!this.cosines.from(row)) {
            return 0;
        }
        best.clear(k);
        Index index = rebuilds.index();
        if (index.isEmpty()) {
            if (scan.isComplete()) {
                scan.offer(row, best);
            }
        } else {
            this.cosines.direction(direction);
            offer(row, index.near(row, direction));
        }
        return best.drain(rows, cosines);
    }

    private void offer(int anchor, int[] candidates) {
        for (int row : candidates) {
            if (row != anchor && space.has(row)) {
                best.offer(cosines.to(row), row);
            }
        }
    }

    /** Frees what is kept for an item that is gone. That it isn't named any more is up to {@link Space#has}. */
    public void forget(int row) {
        rebuilds.forget(row);
    }

    /** Ends the builds that run. */
    public void close() {
        rebuilds.close();
    }

    /** Takes over from one over vectors of other dimensions. */
    public void adopt(NearestItems other) {
        rebuilds.adopt(other.rebuilds);
    }

    /** Builds anew what is derived from memory, after memory was loaded. */
    public void loaded() {
        rebuilds.loaded();
    }

    /** The share of the true nearest 10 that the index in use finds, over 50 of its rows; 1 without an index. */
    public double recall() {
        return rebuilds.index().recall();
    }
}
