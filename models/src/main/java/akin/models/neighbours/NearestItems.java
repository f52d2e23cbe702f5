package akin.models.neighbours;

import akin.models.memory.Memory;

/**
 * The items nearest to an item in a space of learned vectors, by cosine. Rows lie in cells of what is near each other, and
 * a search looks into the nearest cells; directions of a byte per coordinate say what is near, the vectors how near it is.
 * There is nothing to be built, and a search costs about the same among any number of items.
 *
 * <p>Answers depend only on the vectors and cells at that moment, and change neither.
 */
public final class NearestItems implements Nearest {
    private final NeighbourSettings settings;
    private final Space space;
    private final Directions directions;
    private final Cells cells;
    private final Cosines anchor;
    private final Best best = new Best();
    private int[] candidates = new int[64];
    private float[] approximate = new float[64];

    public NearestItems(Memory memory, NeighbourSettings settings, Space space) {
        this.settings = settings;
        this.space = space;
        directions = new Directions(space.dimensions());
        cells = new Cells(memory, settings.cell(), directions);
        anchor = new Cosines(space);
    }

    /** Takes in that a row has another vector, or none. */
    public void moved(int row) {
        boolean had = directions.has(row);
        cells.beforeMove(row);
        turn(row);
        cells.moved(row, had);
    }

    private void turn(int row) {
        if (space.has(row)) {
            directions.set(row, space.page(row), space.offset(row), space.norm(row));
        } else {
            directions.clear(row);
        }
    }

    /** Rebuilds what is derived from memory, after memory was loaded and the space knows its vectors. */
    public void loaded() {
        directions.clear();
        for (int row = 0; row < space.end(); row++) {
            turn(row);
        }
        cells.loaded();
    }

    /** {@inheritDoc} The lower row comes first among equals. */
    @Override
    public int nearest(int row, int k, int[] rows, float[] cosines) {
        if (k == 0 || !directions.has(row) || !anchor.from(row)) {
            return 0;
        }
        int most = k + k / 2;
        if (candidates.length < most) {
            candidates = new int[most];
            approximate = new float[most];
        }
        best.clear(most);
        cells.offerNear(row, settings.lookedAt(), best);
        int n = best.drain(candidates, approximate);
        best.clear(k);
        for (int i = 0; i < n; i++) {
            best.offer(anchor.to(candidates[i]), candidates[i]);
        }
        return best.drain(rows, cosines);
    }

    /** Returns the share of what is nearest that is found, as {@link Recall} samples it. */
    public double recall() {
        return new Recall(space, this).measure();
    }
}
