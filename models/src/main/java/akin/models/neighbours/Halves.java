package akin.models.neighbours;

import akin.models.ranking.Packed;
import java.util.Arrays;

/** Cuts rows in two by 2-means from two rows far apart; each half gets a quarter at least. */
final class Halves {
    private static final int ROUNDS = 4;

    private final Directions directions;
    private final Directions centres;
    private final int[][] sums;
    private final float[] centre;
    private long[] order = new long[0];

    Halves(Directions directions) {
        this.directions = directions;
        centres = new Directions(directions.dimensions());
        sums = new int[2][directions.dimensions()];
        centre = new float[directions.dimensions()];
    }

    /**
     * Puts the rows of one half first.
     *
     * @return how many they are
     */
    int cut(int[] rows) {
        order = order.length < rows.length ? new long[rows.length] : order;
        int one = farthest(rows, rows[0]);
        int other = farthest(rows, one);
        centre(0, one);
        centre(1, other);
        int first = sort(rows);
        for (int round = 1; round < ROUNDS; round++) {
            centre(0, rows, 0, first);
            centre(1, rows, first, rows.length);
            first = sort(rows);
        }
        return first;
    }

    private int farthest(int[] rows, int from) {
        int farthest = rows[0];
        float least = Float.POSITIVE_INFINITY;
        for (int row : rows) {
            float cosine = directions.cosine(from, row);
            if (cosine < least) {
                least = cosine;
                farthest = row;
            }
        }
        return farthest;
    }

    private void centre(int half, int row) {
        centre(half, new int[] {row}, 0, 1);
    }

    private void centre(int half, int[] rows, int from, int to) {
        Arrays.fill(sums[half], 0);
        for (int i = from; i < to; i++) {
            directions.add(rows[i], 1, sums[half]);
        }
        double squares = 0;
        for (int i = 0; i < centre.length; i++) {
            centre[i] = sums[half][i];
            squares += (double) centre[i] * centre[i];
        }
        centres.set(half, centre, 0, (float) Math.sqrt(squares));
    }

    /** Sorts rows by how much nearer they are to the first centre; returns where the second half begins. */
    private int sort(int[] rows) {
        int nearer = 0;
        for (int i = 0; i < rows.length; i++) {
            float difference = cosine(rows[i], 1) - cosine(rows[i], 0);
            nearer += difference < 0 ? 1 : 0;
            order[i] = Packed.of(difference, rows[i]);
        }
        Arrays.sort(order, 0, rows.length);
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Packed.position(order[i]);
        }
        return Math.max(rows.length / 4, Math.min(rows.length - rows.length / 4, nearer));
    }

    private float cosine(int row, int half) {
        return centres.has(half) ? centres.cosine(directions.chunk(row), directions.offset(row), half) : 0;
    }
}
