package akin.models.neighbours;

import java.util.BitSet;

/** The directions of the sums of cells, each computed when it is asked for after its sum has changed. */
final class Centroids {
    private final Directions directions;
    private final BitSet stale = new BitSet();
    private final float[] sum;
    private float[] cosines = new float[0];

    Centroids(int dimensions) {
        directions = new Directions(dimensions);
        sum = new float[dimensions];
    }

    /** Takes in that the sum of a cell has changed. */
    void changed(int cell) {
        stale.set(cell);
    }

    /** Brings the centroids up to date. */
    void settle(Cell[] cells) {
        for (int cell = stale.nextSetBit(0); cell >= 0; cell = stale.nextSetBit(cell + 1)) {
            put(cell, cells[cell].sum());
        }
        stale.clear();
    }

    private void put(int cell, int[] numbers) {
        double squares = 0;
        for (int i = 0; i < sum.length; i++) {
            sum[i] = numbers[i];
            squares += (double) numbers[i] * numbers[i];
        }
        directions.set(cell, sum, 0, (float) Math.sqrt(squares));
    }

    /** Returns the cosines of a direction with the centroids by cell, 0 where a sum has none; valid until the next call. */
    float[] cosines(byte[] direction, int at, int end) {
        int most = Math.max(end, directions.end());
        cosines = cosines.length < most ? new float[2 * most] : cosines;
        directions.cosines(direction, at, cosines);
        for (int cell = directions.nextWithout(0); cell < end; cell = directions.nextWithout(cell + 1)) {
            cosines[cell] = 0;
        }
        return cosines;
    }
}
