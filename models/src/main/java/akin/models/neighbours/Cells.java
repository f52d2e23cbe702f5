package akin.models.neighbours;

import akin.models.memory.Memory;
import akin.models.memory.Table;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;

/**
 * Keeps rows in cells of rows that are near each other, so that a search looks into a few cells only: an inverted file. A
 * row is in the cell whose centroid was nearest when it was last looked for. A cell that grows too large is cut in two,
 * one that shrinks too much is dissolved, so nothing is ever built. Its table, by row, ints:
 *
 * <ul>
 *   <li>the row's cell; 0: none
 *   <li>how often the row has moved
 * </ul>
 *
 * <p>All else follows from the table and the directions.
 */
final class Cells {
    private static final int CELL = 0;
    private static final int MOVES = 1;
    /** A row's cell is looked for at its first moves, less and less often, and then after each so many. */
    private static final int MOVES_BETWEEN = 64;
    /** A cell is dissolved below this share of the most rows. */
    private static final int LEAST_SHARE = 8;

    private final int mostRows;
    private final Directions directions;
    private final Table table;
    private final Centroids centroids;
    private final Halves halves;
    private final BitSet used = new BitSet();
    private Cell[] cells = new Cell[16];
    /** By row, its place in its cell. */
    private int[] places = new int[1024];

    private final Best order = new Best();
    private int[] nearestCells = new int[0];
    private float[] drained = new float[0];
    private float[] cosines = new float[0];

    /**
     * @param name of the table
     * @param mostRows of a cell
     */
    Cells(Memory memory, String name, int mostRows, Directions directions) {
        this.mostRows = mostRows;
        this.directions = directions;
        table = memory.table(name, 2);
        centroids = new Centroids(directions.dimensions());
        halves = new Halves(directions);
    }

    /** Finds cells and their rows, after memory was loaded and directions are known. Rows without a cell get one. */
    void loaded() {
        for (int cell = used.nextSetBit(0); cell >= 0; cell = used.nextSetBit(cell)) {
            release(cell);
        }
        for (int row = 0; row < directions.end(); row++) {
            int cell = cell(row);
            if (cell != 0 && directions.has(row)) {
                use(cell);
                put(row, cell);
            }
        }
        for (int row = 0; row < directions.end(); row++) {
            if (directions.has(row) && cell(row) == 0) {
                join(row, nearest(row));
            }
        }
    }

    private int cell(int row) {
        return table.has(row) ? table.getInt(row, CELL) : 0;
    }

    /** Takes in that a row is about to have another direction, or none. */
    void beforeMove(int row) {
        if (directions.has(row)) {
            cells[cell(row)].count(row, -1);
            centroids.changed(cell(row));
        }
    }

    /**
     * Takes in that a row has another direction, or none.
     *
     * @param had whether it had one before
     */
    void moved(int row, boolean had) {
        int cell = had ? cell(row) : 0;
        if (!directions.has(row)) {
            if (cell != 0) {
                table.clear(row);
                leave(row, cell);
            }
            return;
        }
        if (cell == 0) {
            table.ensure(row);
            table.clear(row);
            join(row, nearest(row));
            return;
        }
        cells[cell].turned(places[row]);
        int moves = table.getInt(row, MOVES) + 1;
        table.setInt(row, MOVES, moves);
        if ((moves & moves - 1) == 0 || moves % MOVES_BETWEEN == 0) {
            look(row, cell);
        }
    }

    /** Looks for a row's cell anew. */
    private void look(int row, int cell) {
        int nearest = nearest(row);
        if (nearest != cell) {
            cells[cell].count(row, -1);
            centroids.changed(cell);
            leave(row, cell);
            join(row, nearest);
        }
    }

    /** Returns the cell with the nearest centroid, the lower number among equals; the first one where there is none. */
    private int nearest(int row) {
        float[] ofCells = centroidCosines(directions.chunk(row), directions.offset(row));
        int nearest = 1;
        float greatest = Float.NEGATIVE_INFINITY;
        for (int cell = used.nextSetBit(0); cell >= 0; cell = used.nextSetBit(cell + 1)) {
            if (ofCells[cell] > greatest) {
                greatest = ofCells[cell];
                nearest = cell;
            }
        }
        return nearest;
    }

    private void join(int row, int cell) {
        use(cell);
        table.ensure(row);
        table.setInt(row, CELL, cell);
        put(row, cell);
        if (cells[cell].size() > mostRows) {
            cut(cell);
        }
    }

    private void put(int row, int cell) {
        if (row >= places.length) {
            places = Arrays.copyOf(places, Math.max(row + 1, places.length + (places.length >> 1)));
        }
        places[row] = cells[cell].add(row);
        centroids.changed(cell);
    }

    private void leave(int row, int cell) {
        int moved = cells[cell].remove(places[row]);
        places[moved] = places[row];
        if (cells[cell].size() == 0) {
            release(cell);
        } else if (cells[cell].size() < mostRows / LEAST_SHARE && used.cardinality() > 1) {
            dissolve(cell);
        }
    }

    private void dissolve(int cell) {
        int[] rows = cells[cell].sorted();
        release(cell);
        for (int row : rows) {
            join(row, nearest(row));
        }
    }

    private void cut(int cell) {
        int[] rows = cells[cell].sorted();
        int first = halves.cut(rows);
        release(cell);
        use(cell);
        int other = used.nextClearBit(1);
        use(other);
        for (int i = 0; i < rows.length; i++) {
            table.setInt(rows[i], CELL, i < first ? cell : other);
            put(rows[i], i < first ? cell : other);
        }
    }

    private void use(int cell) {
        if (!used.get(cell)) {
            used.set(cell);
            cells = cell < cells.length ? cells : Arrays.copyOf(cells, 2 * cell);
            cells[cell] = cells[cell] == null ? new Cell(directions) : cells[cell];
        }
    }

    private void release(int cell) {
        used.clear(cell);
        cells[cell].clear();
        centroids.changed(cell);
    }

    /**
     * Offers rows of the cells nearest to a direction, which must be one that a row may have.
     *
     * @param direction holds it, from {@code at} on
     * @param most how many rows are looked at, the last cell as a whole
     * @param eligible of them, which are offered
     */
    void offerNear(byte[] direction, int at, int most, IntPredicate eligible, Best best) {
        int n = nearestCells(direction, at, 1 + 2 * most / mostRows);
        for (int i = 0, seen = 0; i < n && seen < most; i++) {
            Cell cell = cells[nearestCells[i]];
            offer(direction, at, cell, eligible, best);
            seen += cell.size();
        }
    }

    private int nearestCells(byte[] direction, int at, int most) {
        if (nearestCells.length < most) {
            nearestCells = new int[most];
            drained = new float[most];
        }
        float[] ofCells = centroidCosines(direction, at);
        order.clear(most);
        for (int cell = used.nextSetBit(0); cell >= 0; cell = used.nextSetBit(cell + 1)) {
            order.offer(ofCells[cell], cell);
        }
        return order.drain(nearestCells, drained);
    }

    private float[] centroidCosines(byte[] direction, int at) {
        centroids.settle(cells);
        return centroids.cosines(direction, at, used.length());
    }

    private void offer(byte[] direction, int at, Cell cell, IntPredicate eligible, Best best) {
        if (cosines.length < cell.size()) {
            cosines = new float[2 * cell.size()];
        }
        cell.cosines(direction, at, cosines);
        for (int i = 0; i < cell.size(); i++) {
            if (best.wants(cosines[i]) && eligible.test(cell.row(i))) {
                best.offer(cosines[i], cell.row(i));
            }
        }
    }
}
