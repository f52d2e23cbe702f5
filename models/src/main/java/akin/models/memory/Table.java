package akin.models.memory;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Rows of {@code width} ints, cut into pages of about 4 KiB with a dirty bit each. Longs, floats and doubles lie in the
 * ints as raw bits. Rows start as zeros.
 *
 * <p>Hot code may work on {@link #page} at {@link #offset}; whoever writes there calls {@link #touch}.
 */
public final class Table {
    /** Version of the byte format of pages. */
    public static final int VERSION = 1;

    private static final int PAGE_INTS = 1024;
    private static final int HEADER_BYTES = 12;

    private final String name;
    private final int width;
    private final int shift;
    private final int mask;
    private int[][] pages = new int[0][];
    private long[] dirty = new long[0];
    private int pageCount;

    Table(String name, int width) {
        this.name = name;
        this.width = width;
        int rowsPerPage = Integer.highestOneBit(Math.max(1, PAGE_INTS / width));
        this.shift = Integer.numberOfTrailingZeros(rowsPerPage);
        this.mask = rowsPerPage - 1;
    }

    public String name() {
        return name;
    }

    /** Ints per row. */
    public int width() {
        return width;
    }

    /** Number of pages in memory. */
    public int pageCount() {
        return pageCount;
    }

    /** Bytes held by the pages. */
    public long bytes() {
        return (long) pageCount * (mask + 1) * width * Integer.BYTES;
    }

    /** Makes room for {@code row}: all pages up to its own exist afterwards. */
    public void ensure(int row) {
        int needed = (row >>> shift) + 1;
        if (needed > pageCount) {
            grow(needed);
        }
    }

    private void grow(int needed) {
        if (needed > pages.length) {
            pages = Arrays.copyOf(pages, Math.max(needed, pages.length + (pages.length >> 1) + 1));
            dirty = Arrays.copyOf(dirty, (pages.length + 63) >>> 6);
        }
        while (pageCount < needed) {
            pages[pageCount] = new int[(mask + 1) * width];
            touchPage(pageCount++);
        }
    }

    /** True when {@code row} lies in a page that exists. */
    public boolean has(int row) {
        return row >>> shift < pageCount;
    }

    /** The page that holds {@code row}, to read; see {@link #touch}. */
    public int[] page(int row) {
        return pages[row >>> shift];
    }

    /** Where {@code row} starts in its page. */
    public int offset(int row) {
        return (row & mask) * width;
    }

    /** Marks the page of {@code row} as changed. */
    public void touch(int row) {
        touchPage(row >>> shift);
    }

    private void touchPage(int page) {
        dirty[page >>> 6] |= 1L << page;
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

    /** Number of pages changed since they were last written out. */
    public int dirtyCount() {
        int count = 0;
        for (long word : dirty) {
            count += Long.bitCount(word);
        }
        return count;
    }

    void drainDirty(PageWriter writer) {
        for (int page = 0; page < pageCount; page++) {
            if ((dirty[page >>> 6] & 1L << page) != 0) {
                writer.write(name, page, encode(page));
            }
        }
        Arrays.fill(dirty, 0);
    }

    /** A page's bytes: version, width, checksum, then the ints in little-endian order. */
    byte[] encode(int page) {
        ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES + pages[page].length * Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(VERSION).putInt(width).putInt(0);
        bytes.asIntBuffer().put(pages[page]);
        bytes.putInt(HEADER_BYTES - Integer.BYTES, checksum(bytes.array()));
        return bytes.array();
    }

    void decode(int page, byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        check(page, buffer);
        grow(Math.max(pageCount, page + 1));
        buffer.position(HEADER_BYTES);
        buffer.asIntBuffer().get(pages[page]);
    }

    private void check(int page, ByteBuffer buffer) {
        String where = "page " + page + " of table '" + name + "' ";
        if (buffer.limit() < HEADER_BYTES) {
            throw new IllegalStateException(where + "is cut short: " + buffer.limit() + " bytes");
        }
        if (buffer.getInt(0) > VERSION) {
            throw new IllegalStateException(
                    where + "was written with version " + buffer.getInt(0) + ", this build reads up to " + VERSION);
        }
        if (buffer.getInt(4) != width) {
            throw new IllegalStateException(where + "has rows of " + buffer.getInt(4)
                    + " ints, the configuration asks for " + width + ": a setting that shapes memory has changed");
        }
        if (buffer.limit() != HEADER_BYTES + (mask + 1) * width * Integer.BYTES
                || buffer.getInt(8) != checksum(buffer.array())) {
            throw new IllegalStateException(where + "is damaged: its checksum does not fit its bytes");
        }
    }

    private static int checksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES);
        return (int) crc.getValue();
    }

    void clean() {
        Arrays.fill(dirty, 0);
    }
}
