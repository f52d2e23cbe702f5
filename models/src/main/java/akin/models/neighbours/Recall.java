package akin.models.neighbours;

/**
 * Estimates how much of what is near is found, at a cost that doesn't grow with the space: for some rows, spread evenly,
 * the share of those at least as near as the last of the 30 found that were found. Where there are many rows, a sample of
 * them is looked at. The share of the 30 nearest that are found is no less.
 */
final class Recall {
    private static final int AT = 30;
    private static final int ANCHORS = 32;
    private static final int SAMPLE = 4096;

    private final Space space;
    private final Nearest nearest;
    private final int[] rows = new int[AT];
    private final float[] cosines = new float[AT];
    private final Cosines anchor;
    private double shares;
    private int measured;
    private int near;
    private int found;

    Recall(Space space, Nearest nearest) {
        this.space = space;
        this.nearest = nearest;
        anchor = new Cosines(space);
    }

    /** Returns the estimate; 1 where no sampled row is near. */
    double measure() {
        int anchors = Math.min(ANCHORS, space.end());
        for (long i = 0; i < anchors; i++) {
            int row = (int) (i * space.end() / anchors);
            if (anchor.from(row)) {
                measure(row);
            }
        }
        return measured == 0 ? 1 : shares / measured;
    }

    private void measure(int row) {
        int n = nearest.nearest(row, AT, rows, cosines);
        float least = n < AT ? Float.NEGATIVE_INFINITY : least(n);
        long sample = Math.min(SAMPLE, space.end());
        near = 0;
        found = 0;
        for (long i = 0; i < sample; i++) {
            int other = (int) (i * space.end() / sample);
            if (other != row && space.has(other)) {
                count(other, anchor.to(other), least, n);
            }
        }
        if (near > 0) {
            shares += (double) found / near;
            measured++;
        }
    }

    private float least(int n) {
        float least = Float.POSITIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            least = Math.min(least, anchor.to(rows[i]));
        }
        return least;
    }

    private void count(int row, float cosine, float least, int n) {
        boolean isFound = cosine >= least && isAmong(row, n);
        found += isFound ? 1 : 0;
        near += isFound || cosine > least ? 1 : 0;
    }

    private boolean isAmong(int row, int n) {
        for (int i = 0; i < n; i++) {
            if (rows[i] == row) {
                return true;
            }
        }
        return false;
    }
}
