package akin.models.rerank;

import akin.models.kernel.Matrix;
import akin.models.layers.Segments;
import java.util.Arrays;

/**
 * What is known of the candidates of some pools, pool after pool: a row of numbers per candidate, and the bucket of its rank
 * in each source. Of a pool to learn from the chosen candidate comes first.
 */
final class PoolBatch {
    private final int sources;
    private final int width;
    private final Matrix numbers = new Matrix();
    private final Segments pools = new Segments();
    private int[] buckets = new int[0];
    private int rows;
    private int start;

    /**
     * @param sources how many sources count
     * @param width how many numbers a candidate has
     */
    PoolBatch(int sources, int width) {
        this.sources = sources;
        this.width = width;
    }

    /** Empties it, and makes room. */
    void clear(int mostRows) {
        numbers.resize(mostRows, width);
        buckets = buckets.length < mostRows * sources ? new int[mostRows * sources] : buckets;
        pools.clear();
        rows = 0;
        start = 0;
    }

    /** Adds a candidate to the pool that is being added; returns its row. */
    int addCandidate() {
        Arrays.fill(buckets, rows * sources, (rows + 1) * sources, 0);
        return rows++;
    }

    /** Drops the candidates of the pool that is being added. */
    void dropPool() {
        rows = start;
    }

    /** Ends the pool that is being added. */
    void endPool() {
        pools.add(rows - start);
        start = rows;
    }

    /** Returns the candidates' numbers, when all pools are added. */
    Matrix numbers() {
        numbers.resize(rows, width);
        return numbers;
    }

    /** Returns the array of all numbers, those of a row from {@link #offset} on. */
    float[] values() {
        return numbers.values();
    }

    int offset(int row) {
        return row * width;
    }

    int width() {
        return width;
    }

    int sources() {
        return sources;
    }

    int rows() {
        return rows;
    }

    Segments pools() {
        return pools;
    }

    /** Returns the bucket of a candidate's rank in the n-th source. */
    int bucket(int row, int source) {
        return buckets[row * sources + source];
    }

    void setBucket(int row, int source, int bucket) {
        buckets[row * sources + source] = bucket;
    }
}
