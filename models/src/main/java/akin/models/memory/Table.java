package akin.models.memory;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Rows of {@code width} ints in pages. Longs, floats and doubles lie in the ints as raw bits.
 *
 * <p>Hot code may work on {@link #page} or {@link #writable} at {@link #offset}.
 */
public final class Table extends Paged {
    private int[][] pages = new int[0][];

    Table(String name, int width) {
        super(name, width);
    }

    /** The page that holds {@code row}, to read, until something is written to it. */
    public int[] page(int row) {
        return pages[row >>> shift];
    }

    /** The page that holds {@code row}, to write. */
    public int[] writable(int row) {
        own(row >>> shift);
        return pages[row >>> shift];
    }

    public int getInt(int row, int column) {
        return page(row)[offset(row) + column];
    }

    public void setInt(int row, int column, int value) {
        writable(row)[offset(row) + column] = value;
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
        int[] page = writable(row);
        int at = offset(row) + column;
        page[at] = (int) value;
        page[at + 1] = (int) (value >>> 32);
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
        Arrays.fill(writable(row), from, from + width, 0);
    }

    @Override
    void addPage(int page, int length) {
        if (page == pages.length) {
            pages = Arrays.copyOf(pages, page + (page >> 1) + 1);
        }
        pages[page] = new int[length];
    }

    @Override
    void copyPage(int page) {
        pages[page] = pages[page].clone();
    }

    @Override
    Consumer<ByteBuffer> numbers(int page) {
        int[] numbers = pages[page];
        return buffer -> buffer.asIntBuffer().put(numbers);
    }

    @Override
    void read(int page, ByteBuffer numbers) {
        numbers.asIntBuffer().get(pages[page]);
    }

    @Override
    String kind() {
        return "ints";
    }
}
