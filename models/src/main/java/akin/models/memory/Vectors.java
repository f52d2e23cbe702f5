package akin.models.memory;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Rows of {@code width} floats in pages; a page's bytes hold each float's raw bits.
 *
 * <p>Hot code works on {@link #page} or {@link #writable} at {@link #offset}.
 */
public final class Vectors extends Paged {
    private float[][] pages = new float[0][];

    Vectors(String name, int width) {
        super(name, width);
    }

    /** The page that holds {@code row}, to read, until something is written to it. */
    public float[] page(int row) {
        return pages[row >>> shift];
    }

    /** The page that holds {@code row}, to write. */
    public float[] writable(int row) {
        own(row >>> shift);
        return pages[row >>> shift];
    }

    public float get(int row, int column) {
        return page(row)[offset(row) + column];
    }

    public void set(int row, int column, float value) {
        writable(row)[offset(row) + column] = value;
    }

    /** Sets all of a row to zero. */
    public void clear(int row) {
        int from = offset(row);
        Arrays.fill(writable(row), from, from + width, 0f);
    }

    @Override
    void addPage(int page, int length) {
        if (page == pages.length) {
            pages = Arrays.copyOf(pages, page + (page >> 1) + 1);
        }
        pages[page] = new float[length];
    }

    @Override
    void copyPage(int page) {
        pages[page] = pages[page].clone();
    }

    @Override
    Consumer<ByteBuffer> numbers(int page) {
        float[] numbers = pages[page];
        return buffer -> buffer.asFloatBuffer().put(numbers);
    }

    @Override
    void read(int page, ByteBuffer numbers) {
        numbers.asFloatBuffer().get(pages[page]);
    }

    @Override
    String kind() {
        return "floats";
    }
}
