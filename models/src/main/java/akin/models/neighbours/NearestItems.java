package akin.models.neighbours;

import akin.models.kernel.Kernels;
import akin.models.memory.Memory;
import java.util.function.IntPredicate;

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
    private final Directions sought;
    private final Cosines anchor;
    private final Best best = new Best();
    private int[] candidates = new int[64];
    private float[] ofCandidates = new float[64];

    /**
     * @param cellsTable name of the table of cells
     */
    public NearestItems(Memory memory, String cellsTable, NeighbourSettings settings, Space space) {
        this.settings = settings;
        this.space = space;
        directions = new Directions(space.dimensions());
        sought = new Directions(space.dimensions());
        cells = new Cells(memory, cellsTable, settings.cell(), directions);
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
        int n = candidates(
                directions.chunk(row), directions.offset(row), k, settings.lookedAt(), other -> other != row);
        return best(n, anchor::to, k, rows, cosines);
    }

    /** Computes all scores first, so that memory answers to many requests at a time. */
    private int best(int n, RowScore score, int k, int[] rows, float[] scores) {
        for (int i = 0; i < n; i++) {
            ofCandidates[i] = score.of(candidates[i]);
        }
        best.clear(k);
        for (int i = 0; i < n; i++) {
            best.offer(ofCandidates[i], candidates[i]);
        }
        return best.drain(rows, scores);
    }

    /** Finds somewhat more than k candidates, as bytes are inexact. */
    private int candidates(byte[] direction, int at, int k, int lookedAt, IntPredicate eligible) {
        int most = k + k / 2;
        if (candidates.length < most) {
            candidates = new int[most];
            ofCandidates = new float[most];
        }
        best.clear(most);
        cells.offerNear(direction, at, lookedAt, eligible, best);
        return best.drain(candidates, ofCandidates);
    }

    /**
     * Finds the rows nearest to a vector, best first, the lower row first among equals.
     *
     * @param vector of any length but zero
     * @param eligible which rows are wanted
     * @param score of a row, that grows with the cosine
     * @param k most rows to be found
     * @param rows takes the rows found
     * @param scores takes their scores
     * @return how many were found
     */
    public int nearest(float[] vector, IntPredicate eligible, RowScore score, int k, int[] rows, float[] scores) {
        sought.set(0, vector, 0, (float) Math.sqrt(Kernels.squaredNorm(vector, 0, vector.length)));
        int n = !sought.has(0) ? 0 : candidates(sought.chunk(0), 0, k, settings.lookedAtByShopper(), eligible);
        return best(n, score, k, rows, scores);
    }

    /** Returns the share of what is nearest that is found, as {@link Recall} samples it. */
    public double recall() {
        return new Recall(space, this).measure();
    }
}
