package akin.models.memory;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Strings of any length in a {@link Table}: each is a chain of slots of 64 bytes; freed slots are used again, last freed
 * first. Slot 0 holds the head of the free slots and the first slot never used.
 */
public final class Strings {
    private static final int WIDTH = 16;
    private static final int NEXT = 0;
    private static final int LENGTH = 1;
    private static final int TEXT = 2;
    private static final int SLOT_BYTES = (WIDTH - TEXT) * Integer.BYTES;
    private static final int FREE_HEAD = 0;
    private static final int UNUSED = 1;

    private final Table slots;

    public Strings(Memory memory, String name) {
        slots = memory.table(name, WIDTH);
    }

    /** Stores a string; the handle is never 0. */
    public int put(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int first = 0;
        for (int chunk = Math.max(0, (bytes.length - 1) / SLOT_BYTES); chunk >= 0; chunk--) {
            first = write(bytes, chunk * SLOT_BYTES, first);
        }
        slots.setInt(first, LENGTH, bytes.length);
        return first;
    }

    private int write(byte[] bytes, int from, int next) {
        int slot = allocate();
        slots.clear(slot);
        slots.setInt(slot, NEXT, next);
        ByteBuffer chunk = ByteBuffer.allocate(SLOT_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        chunk.put(bytes, from, Math.min(SLOT_BYTES, bytes.length - from)).rewind();
        chunk.asIntBuffer().get(slots.writable(slot), slots.offset(slot) + TEXT, WIDTH - TEXT);
        return slot;
    }

    private int allocate() {
        slots.ensure(0);
        int slot = slots.getInt(0, FREE_HEAD);
        if (slot != 0) {
            slots.setInt(0, FREE_HEAD, slots.getInt(slot, NEXT));
            return slot;
        }
        slot = Math.max(1, slots.getInt(0, UNUSED));
        slots.setInt(0, UNUSED, slot + 1);
        slots.ensure(slot);
        return slot;
    }

    /** The string behind a handle. */
    public String get(int handle) {
        int length = slots.getInt(handle, LENGTH);
        ByteBuffer bytes = ByteBuffer.allocate((length + SLOT_BYTES) / SLOT_BYTES * SLOT_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        for (int slot = handle; slot != 0 && bytes.hasRemaining(); slot = slots.getInt(slot, NEXT)) {
            bytes.asIntBuffer().put(slots.page(slot), slots.offset(slot) + TEXT, WIDTH - TEXT);
            bytes.position(bytes.position() + SLOT_BYTES);
        }
        return new String(bytes.array(), 0, length, StandardCharsets.UTF_8);
    }

    /** Frees a string's slots. */
    public void free(int handle) {
        int last = handle;
        while (slots.getInt(last, NEXT) != 0) {
            last = slots.getInt(last, NEXT);
        }
        slots.setInt(last, NEXT, slots.getInt(0, FREE_HEAD));
        slots.setInt(0, FREE_HEAD, handle);
    }
}
