package akin.models.neighbours;

/**
 * Looks for the rows nearest to a row by today's vectors: from some that may be near on to what is listed for the best of
 * them, as long as that finds better ones.
 */
final class Search {
    /** Lists in a row that may bring nothing before a search ends. */
    private static final int PATIENCE = 4;

    private final Directions directions;
    private final Lists lists;
    private final int steps;
    private final Beam beam = new Beam();
    private int[] listed = new int[128];
    private float[] cosines = new float[128];
    private int row;
    private int looks;

    Search(Directions directions, Lists lists, int steps) {
        this.directions = directions;
        this.lists = lists;
        this.steps = steps;
    }

    /** Begins a search for the {@code k} rows nearest to a row, which has a direction. */
    void begin(int row, int k) {
        this.row = row;
        beam.clear(k);
        looks = 0;
    }

    /** Looks at a row. */
    void see(int other) {
        if (other != row && directions.has(other)) {
            looks++;
            beam.offer(directions.cosine(row, other), other);
        }
    }

    /** Looks at the rows that are listed for a row; false when none of them is one of the nearest. */
    boolean seeListed(int of) {
        if (listed.length < lists.size(of)) {
            listed = new int[lists.size(of)];
            cosines = new float[listed.length];
        }
        int n = 0;
        for (int i = 0; i < lists.size(of); i++) {
            int other = lists.row(of, i);
            listed[n] = other;
            n += other != row && directions.has(other) ? 1 : 0;
        }
        // Apart from the rest, so that memory answers to many requests at a time.
        for (int i = 0; i < n; i++) {
            cosines[i] = directions.cosine(row, listed[i]);
        }
        looks += n;
        boolean isBetter = false;
        for (int i = 0; i < n; i++) {
            isBetter |= beam.offer(cosines[i], listed[i]);
        }
        return isBetter;
    }

    /** Follows the lists of what was seen. */
    void follow() {
        int idle = 0;
        for (int step = 0; step < steps && idle < PATIENCE; step++) {
            int next = beam.follow();
            if (next < 0) {
                return;
            }
            idle = seeListed(next) ? 0 : idle + 1;
        }
    }

    /** Returns how many rows were looked at. */
    int looks() {
        return looks;
    }

    /** The nearest rows so far. */
    Beam found() {
        return beam;
    }
}
