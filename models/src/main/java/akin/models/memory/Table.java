package akin.models.memory;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Rows of {@code width} ints in pages. Longs, floats and doubles lie in the ints as raw bits.
 *
 * <p>Hot code may work on {@link #page} at {@link #offset}; whoever writes there calls {@link #touch}.
 */
public final class Table extends Paged {
    private int[][] pages = new int[0][];

    Table(String name, int width) {
        super(name, width);
    }

    /** The page that holds {@code row}, to read; see {@link #touch}. */
    public int[] page(int row) {
        return pages[row >>> shift];
    }

    public int getInt(int row, int column) {
        return page(row)[offset(row) + column];
    }

    public void setInt(int row, int column, int value) {
        page(row)[offset(row) + column] = value;
        touch(row);
    }

    public float getFloat(int row, int column) {
        return Float.intBitsToFloat(getInt(row, column));
    }

    public void setFloat(int row, int column, float value) {
        setInt(row, column, Float.floatToRawIntBits(value));
    }

    /** The long in {@code column} and the one after it. */
    public long getLong(int row, int column) {
        int[] page = page(row);
        int at = offset(row) + column;
        return (page[at] & 0xFFFFFFFFL) | (long) page[at + 1] << 32;
    }

    public void setLong(int row, int column, long value) {
        int[] page = page(row);
        int at = offset(row) + column;
        page[at] = (int) value;
        page[at + 1] = (int) (value >>> 32);
        touch(row);
    }

    public double getDouble(int row, int column) {
        return Double.longBitsToDouble(getLong(row, column));
    }

    public void setDouble(int row, int column, double value) {
        setLong(row, column, Double.doubleToRawLongBits(value));
    }

    /** Sets all of a row to zero. */
    public void clear(int row) {
        int from = offset(row);
        Arrays.fill(page(row), from, from + width, 0);
        touch(row);
    }

    @Override
    void addPage(int page, int length) {
        if (page == pages.length) {
            pages = Arrays.copyOf(pages, page + (page >> 1) + 1);
        }
        pages[page] = new int[length];
    }

    @Override
    void write(int page, ByteBuffer numbers) {
        numbers.asIntBuffer().put(pages[page]);
    }

    @Override
    void read(int page, ByteBuffer numbers) {
        numbers.asIntBuffer().get(pages[page]);
    }

    @Override
    String numbers() {
        return "ints";
    }
}
