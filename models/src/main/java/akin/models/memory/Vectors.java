package akin.models.memory;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Rows of {@code width} floats in pages; a page's bytes hold each float's raw bits.
 *
 * <p>Hot code works on {@link #page} at {@link #offset}; whoever writes there calls {@link #touch}.
 */
public final class Vectors extends Paged {
    private float[][] pages = new float[0][];

    Vectors(String name, int width) {
        super(name, width);
    }

    /** The page that holds {@code row}, to read; see {@link #touch}. */
    public float[] page(int row) {
        return pages[row >>> shift];
    }

    public float get(int row, int column) {
        return page(row)[offset(row) + column];
    }

    public void set(int row, int column, float value) {
        page(row)[offset(row) + column] = value;
        touch(row);
    }

    /** Sets all of a row to zero. */
    public void clear(int row) {
        int from = offset(row);
        Arrays.fill(page(row), from, from + width, 0f);
        touch(row);
    }

    @Override
    void addPage(int page, int length) {
        if (page == pages.length) {
            pages = Arrays.copyOf(pages, page + (page >> 1) + 1);
        }
        pages[page] = new float[length];
    }

    @Override
    void write(int page, ByteBuffer numbers) {
        numbers.asFloatBuffer().put(pages[page]);
    }

    @Override
    void read(int page, ByteBuffer numbers) {
        numbers.asFloatBuffer().get(pages[page]);
    }

    @Override
    String numbers() {
        return "floats";
    }
}
