package akin.models.memory;

import java.util.function.Supplier;

/**
 * A page as it was when it was written out. It shares its numbers with the table, which goes on with a copy before it
 * changes them: so writing out costs next to nothing, and any thread may ask for the bytes later.
 */
public final class Page {
    private byte[] bytes;
    private Supplier<byte[]> encoder;

    /** A page that was read from somewhere; what its bytes are worth is seen when a table loads them. */
    public Page(byte[] bytes) {
        this.bytes = bytes;
    }

    Page(Supplier<byte[]> encoder) {
        this.encoder = encoder;
    }

    /** Version, width, checksum, then the numbers in little-endian order; not to be changed. */
    public byte[] bytes() {
        return bytes == null ? encoder.get() : bytes;
    }

    /** Lets the bytes go, now that a table has the same numbers. */
    void share(Supplier<byte[]> encoder) {
        this.encoder = encoder;
        bytes = null;
    }
}
