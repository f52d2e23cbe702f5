package akin.models.als;

import akin.models.random.Hash;
import akin.models.settings.Checks;
import java.util.Arrays;

/**
 * A sparse matrix of what rows (users) did with columns (items), row by row. Each weight is above zero; columns of a row
 * ascend and are unique, so that the same interactions are the same matrix in whatever order they came.
 */
public final class Interactions {
    private final int columnCount;
    private final int[] starts;
    private final int[] columns;
    private final float[] weights;

    private Interactions(int columnCount, int[] starts, int[] columns, float[] weights) {
        this.columnCount = columnCount;
        this.starts = starts;
        this.columns = columns;
        this.weights = weights;
    }

    public int rows() {
        return starts.length - 1;
    }

    public int columns() {
        return columnCount;
    }

    /** Returns how many interactions there are, of which one row and column have one at most. */
    public int size() {
        return columns.length;
    }

    /** Returns where the interactions of a row begin; those of the row before end there. */
    public int start(int row) {
        return starts[row];
    }

    /** Returns how many columns a row has. */
    public int degree(int row) {
        return starts[row + 1] - starts[row];
    }

    public int column(int place) {
        return columns[place];
    }

    public float weight(int place) {
        return weights[place];
    }

    /** Returns a hash of all that is here. */
    public long digest() {
        long digest = columnCount;
        for (int row = 0; row < rows(); row++) {
            digest = Hash.of(digest, row, degree(row));
            for (int place = start(row); place < start(row + 1); place++) {
                digest = Hash.of(digest, columns[place], Float.floatToIntBits(weights[place]));
            }
        }
        return digest;
    }

    /** Returns the same with rows and columns exchanged. */
    public Interactions transposed() {
        int[] toStarts = new int[columnCount + 1];
        for (int column : columns) {
            toStarts[column + 1]++;
        }
        Arrays.parallelPrefix(toStarts, Integer::sum);
        int[] next = Arrays.copyOf(toStarts, columnCount);
        int[] toColumns = new int[columns.length];
        float[] toWeights = new float[columns.length];
        for (int row = 0; row < rows(); row++) {
            for (int place = starts[row]; place < starts[row + 1]; place++) {
                int to = next[columns[place]]++;
                toColumns[to] = row;
                toWeights[to] = weights[place];
            }
        }
        return new Interactions(rows(), toStarts, toColumns, toWeights);
    }

    /** Sums the weights of what is in a row more than once. */
    private Interactions merged() {
        int[] toStarts = new int[starts.length];
        int size = 0;
        for (int row = 0; row < rows(); row++) {
            for (int place = starts[row]; place < starts[row + 1]; place++) {
                if (size > toStarts[row] && columns[size - 1] == columns[place]) {
                    weights[size - 1] += weights[place];
                } else {
                    columns[size] = columns[place];
                    weights[size++] = weights[place];
                }
            }
            toStarts[row + 1] = size;
        }
        return new Interactions(columnCount, toStarts, Arrays.copyOf(columns, size), Arrays.copyOf(weights, size));
    }

    /** Collects interactions in any order. */
    public static final class Builder {
        private int[] rows = new int[1024];
        private int[] columns = new int[1024];
        private float[] weights = new float[1024];
        private int size;

        /** Adds an interaction; weights of the same row and column add up. */
        public Builder add(int row, int column, float weight) {
            if (!(weight > 0 && weight < Float.POSITIVE_INFINITY) || row < 0 || column < 0) {
                Checks.of("interaction")
                        .require(row >= 0, "row", row, "0 or more")
                        .require(column >= 0, "column", column, "0 or more")
                        .require(weight > 0 && weight < Float.POSITIVE_INFINITY, "weight", weight, "above 0 and finite")
                        .verify();
            }
            if (size == rows.length) {
                grow();
            }
            rows[size] = row;
            columns[size] = column;
            weights[size++] = weight;
            return this;
        }

        private void grow() {
            int to = (int) Math.min(Integer.MAX_VALUE - 8L, size * 2L);
            rows = Arrays.copyOf(rows, to);
            columns = Arrays.copyOf(columns, to);
            weights = Arrays.copyOf(weights, to);
        }

        /** Builds the matrix, whose size may be larger than what was added. */
        public Interactions build(int rowCount, int columnCount) {
            int[] starts = new int[rowCount + 1];
            for (int i = 0; i < size; i++) {
                starts[rows[i] + 1]++;
            }
            Arrays.parallelPrefix(starts, Integer::sum);
            int[] next = Arrays.copyOf(starts, rowCount);
            int[] toColumns = new int[size];
            float[] toWeights = new float[size];
            for (int i = 0; i < size; i++) {
                int to = next[rows[i]]++;
                toColumns[to] = columns[i];
                toWeights[to] = weights[i];
            }
            // Exchanging rows and columns sorts by column, and keeps the order of those with the same.
            return new Interactions(columnCount, starts, toColumns, toWeights)
                    .transposed()
                    .transposed()
                    .merged();
        }
    }
}
