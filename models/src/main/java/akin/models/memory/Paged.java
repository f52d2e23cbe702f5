package akin.models.memory;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.zip.CRC32C;

/**
 * Rows of {@code width} numbers of four bytes, cut into pages of about 4 KiB with a dirty bit each. Rows start as zeros.
 * A page that is not dirty may be shared with a {@link Page} in a checkpoint, and is copied before it changes.
 */
public abstract sealed class Paged permits Table, Vectors {
    /** Version of the byte format of pages. */
    public static final int VERSION = 1;

    private static final int PAGE_NUMBERS = 1024;
    static final int HEADER_BYTES = 12;

    final int width;
    final int shift;
    final int mask;
    private final String name;
    private long[] dirty = new long[1];
    private int pageCount;
    /** Where the search for changed pages goes on. */
    private int drained;

    Paged(String name, int width) {
        this.name = name;
        this.width = width;
        this.shift = Integer.numberOfTrailingZeros(rowsPerPage(width));
        this.mask = rowsPerPage(width) - 1;
    }

    private static int rowsPerPage(int width) {
        return Integer.highestOneBit(Math.max(1, PAGE_NUMBERS / width));
    }

    public String name() {
        return name;
    }

    /** Numbers per row. */
    public int width() {
        return width;
    }

    /** Number of pages in memory. */
    public int pageCount() {
        return pageCount;
    }

    /** Bytes held by the pages. */
    public long bytes() {
        return (long) pageCount * pageLength() * Integer.BYTES;
    }

    private int pageLength() {
        return (mask + 1) * width;
    }

    /** Makes room for {@code row}: all pages up to its own exist afterwards. */
    public void ensure(int row) {
        int needed = (row >>> shift) + 1;
        if (needed > pageCount) {
            grow(needed);
        }
    }

    private void grow(int needed) {
        while (pageCount < needed) {
            if (pageCount >>> 6 == dirty.length) {
                dirty = Arrays.copyOf(dirty, 2 * dirty.length);
            }
            addPage(pageCount, pageLength());
            dirty[pageCount >>> 6] |= 1L << pageCount;
            pageCount++;
        }
    }

    /** Drops all pages, of a table of a former version that was read. */
    public void drop() {
        pageCount = 0;
        drained = 0;
        Arrays.fill(dirty, 0);
    }

    /** True when {@code row} lies in a page that exists. */
    public boolean has(int row) {
        return row >>> shift < pageCount;
    }

    /** Where {@code row} starts in its page. */
    public int offset(int row) {
        return (row & mask) * width;
    }

    /** Makes sure that {@code page} is dirty, and so nobody else's. */
    final void own(int page) {
        if ((dirty[page >>> 6] & 1L << page) == 0) {
            copyPage(page);
            dirty[page >>> 6] |= 1L << page;
        }
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
        drained = 0;
        drainDirty(pageCount, writer);
    }

    /**
     * Writes so many changed pages at most, from where the last call ended to the table's end; the next call begins at its
     * start once that is reached.
     *
     * @return how many were written
     */
    int drainDirty(int most, PageWriter writer) {
        int written = 0;
        while (drained < pageCount && written < most) {
            long word = dirty[drained >>> 6] >>> drained;
            if (word == 0) {
                drained = (drained | 63) + 1;
            } else {
                drained += Long.numberOfTrailingZeros(word);
                writer.write(name, drained, new Page(encoder(drained)));
                dirty[drained >>> 6] &= ~(1L << drained);
                drained++;
                written++;
            }
        }
        drained = drained < pageCount ? drained : 0;
        return written;
    }

    /** Appends a page of zeros; {@code page} is its number. */
    abstract void addPage(int page, int length);

    /** Puts a copy in the place of a page. */
    abstract void copyPage(int page);

    /** Puts the numbers that a page has now to a buffer, whatever the table does with the page meanwhile. */
    abstract Consumer<ByteBuffer> numbers(int page);

    abstract void read(int page, ByteBuffer numbers);

    /** What a number is called in messages, plural. */
    abstract String kind();

    byte[] encode(int page) {
        return encoder(page).get();
    }

    private Supplier<byte[]> encoder(int page) {
        Consumer<ByteBuffer> numbers = numbers(page);
        return () -> encode(numbers);
    }

    /** A page's bytes: version, width, checksum, then the numbers in little-endian order. */
    private byte[] encode(Consumer<ByteBuffer> numbers) {
        ByteBuffer bytes =
                ByteBuffer.allocate(HEADER_BYTES + pageLength() * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(VERSION).putInt(width).putInt(0);
        numbers.accept(bytes);
        bytes.putInt(HEADER_BYTES - Integer.BYTES, checksum(bytes.array()));
        return bytes.array();
    }

    void decode(int page, byte[] bytes) {
        decode(page, new Page(bytes));
    }

    /** Takes over a page that was written out, and shares it from then on. */
    void decode(int page, Page saved) {
        ByteBuffer buffer = ByteBuffer.wrap(saved.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        check(page, buffer);
        grow(Math.max(pageCount, page + 1));
        own(page);
        read(page, buffer.position(HEADER_BYTES));
        saved.share(encoder(page));
        dirty[page >>> 6] &= ~(1L << page);
    }

    private void check(int page, ByteBuffer buffer) {
        String where = "table " + name + ", page " + page + ": ";
        if (buffer.limit() < HEADER_BYTES) {
            throw damaged(where + "cut short at " + buffer.limit() + " bytes");
        }
        if (buffer.getInt(0) > VERSION) {
            throw new IllegalStateException(
                    where + "written with version " + buffer.getInt(0) + ", this build reads up to " + VERSION);
        }
        if (buffer.getInt(0) < 1 || buffer.limit() != HEADER_BYTES + bytesPerPage(buffer.getInt(4))) {
            throw damaged(where + "the header does not fit its " + buffer.limit() + " bytes");
        }
        int checksum = checksum(buffer.array());
        if (buffer.getInt(8) != checksum) {
            throw damaged(String.format("%schecksum %08x, expected %08x", where, checksum, buffer.getInt(8)));
        }
        if (buffer.getInt(4) != width) {
            throw new IllegalStateException(where + "rows of " + buffer.getInt(4) + " " + kind() + ", here they have "
                    + width + ": a setting that shapes memory has changed");
        }
    }

    private static IllegalStateException damaged(String what) {
        return new IllegalStateException(what + ", the savepoint is damaged");
    }

    private static long bytesPerPage(int width) {
        return width < 1 ? -1 : (long) rowsPerPage(width) * width * Integer.BYTES;
    }

    private static int checksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES);
        return (int) crc.getValue();
    }
}
