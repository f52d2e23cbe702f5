package akin.similar.files;

import java.util.List;

/** Vectors in rows, one after the other in one array; a row may lack its vector, and is zeros then. */
public final class Vectors {
    private final int rows;
    private final int dimensions;
    private final byte[] presence;
    private final float[] values;

    /** Makes rows without vectors. */
    public Vectors(int rows, int dimensions) {
        this.rows = rows;
        this.dimensions = dimensions;
        presence = new byte[rows];
        values = new float[Math.multiplyExact(rows, dimensions)];
    }

    /** Puts rows of several parts one below the other. */
    public static Vectors join(List<Vectors> parts) {
        int rows = parts.stream().mapToInt(Vectors::rows).sum();
        Vectors joined = new Vectors(rows, parts.get(0).dimensions);
        int to = 0;
        for (Vectors part : parts) {
            System.arraycopy(part.presence, 0, joined.presence, to, part.rows);
            System.arraycopy(part.values, 0, joined.values, joined.offset(to), part.values.length);
            to += part.rows;
        }
        return joined;
    }

    /** Copies some rows. */
    public Vectors slice(int from, int to) {
        Vectors slice = new Vectors(to - from, dimensions);
        System.arraycopy(presence, from, slice.presence, 0, to - from);
        System.arraycopy(values, offset(from), slice.values, 0, slice.values.length);
        return slice;
    }

    public int rows() {
        return rows;
    }

    public int dimensions() {
        return dimensions;
    }

    public boolean has(int row) {
        return presence[row] != 0;
    }

    /** Gives a row its vector. */
    public void put(int row, float[] vector) {
        System.arraycopy(vector, 0, values, offset(row), dimensions);
        presence[row] = 1;
    }

    /** Returns all floats, row by row. */
    public float[] values() {
        return values;
    }

    public int offset(int row) {
        return row * dimensions;
    }

    byte[] presence() {
        return presence;
    }

    /** Counts the rows with a vector. */
    public int present() {
        int present = 0;
        for (byte flag : presence) {
            present += flag;
        }
        return present;
    }
}
