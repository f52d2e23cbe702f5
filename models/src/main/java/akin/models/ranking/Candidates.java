package akin.models.ranking;

import java.util.Arrays;
import java.util.List;

/**
 * Candidates for one query with their rank and score in each source, column by column, reused from ranking to ranking.
 * Position 0 comes first where scores are equal.
 */
public final class Candidates {
    private final List<String> sources;
    private int size;
    private long version;
    private int[] rows;
    /** By position and source. */
    private int[] ranks;

    private float[] scores;

    /** Makes an empty list of candidates that no source names, such as those of a full ranking. */
    public Candidates(int capacity) {
        this(capacity, List.of());
    }

    /**
     * @param sources names of the sources that may name candidates
     */
    public Candidates(int capacity, List<String> sources) {
        this.sources = sources;
        rows = new int[capacity];
        ranks = new int[capacity * sources.size()];
        scores = new float[capacity * sources.size()];
    }

    public void clear() {
        size = 0;
        version++;
    }

    /** Returns a number that is another one after each {@link #clear}. */
    public long version() {
        return version;
    }

    /** Adds an item at the end, named by no source yet; returns its position. */
    public int add(int row) {
        if (size == rows.length) {
            grow();
        }
        Arrays.fill(ranks, size * sources.size(), (size + 1) * sources.size(), 0);
        Arrays.fill(scores, size * sources.size(), (size + 1) * sources.size(), 0);
        rows[size] = row;
        return size++;
    }

    private void grow() {
        int capacity = size + (size >> 1) + 16;
        rows = Arrays.copyOf(rows, capacity);
        ranks = Arrays.copyOf(ranks, capacity * sources.size());
        scores = Arrays.copyOf(scores, capacity * sources.size());
    }

    /** Adds a candidate of another list of the same sources at the end, with its ranks and scores. */
    public void add(Candidates from, int position) {
        int at = add(from.rows[position]) * sources.size();
        System.arraycopy(from.ranks, position * sources.size(), ranks, at, sources.size());
        System.arraycopy(from.scores, position * sources.size(), scores, at, sources.size());
    }

    /** Notes that a source named a candidate. */
    public void name(int source, int position, int rank, float score) {
        ranks[position * sources.size() + source] = rank;
        scores[position * sources.size() + source] = score;
    }

    public int size() {
        return size;
    }

    /** Returns the names of the sources; a source's number is its place in this list. */
    public List<String> sources() {
        return sources;
    }

    /** Returns the item's row. */
    public int row(int position) {
        return rows[position];
    }

    /** Returns the candidate's rank in a source, 1 the best, 0 when the source didn't name it. */
    public int rank(int source, int position) {
        return ranks[position * sources.size() + source];
    }

    /** Returns the candidate's score in a source, 0 when the source didn't name it. */
    public float score(int source, int position) {
        return scores[position * sources.size() + source];
    }

    /** Returns the candidate's rank in each source. */
    public SourceRanks ranks(int position) {
        return new SourceRanks(
                sources, Arrays.copyOfRange(ranks, position * sources.size(), (position + 1) * sources.size()));
    }

    /** Returns true when {@code source} is the only one that named the candidate. */
    public boolean isOnlyOf(int source, int position) {
        int from = position * sources.size();
        for (int n = 0; n < sources.size(); n++) {
            if ((ranks[from + n] > 0) != (n == source)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the position of an item, or -1. */
    public int position(int row) {
        for (int position = 0; position < size; position++) {
            if (rows[position] == row) {
                return position;
            }
        }
        return -1;
    }
}
