package akin.similar.siamese;

import akin.models.memory.Memory;
import akin.models.memory.Page;
import java.util.ArrayList;
import java.util.List;

/** All that a memory held at a time. */
record Snapshot(List<Entry> entries) {
    /** A page of a table, as its bytes. */
    record Entry(String table, int number, byte[] bytes) {}

    static Snapshot of(Memory memory) {
        List<Entry> entries = new ArrayList<>();
        memory.forEachPage((table, number, page) -> entries.add(new Entry(table, number, page.bytes())));
        return new Snapshot(entries);
    }

    /** Puts it back into a memory with the same tables. */
    void restore(Memory memory) {
        entries.forEach(entry -> memory.load(entry.table(), entry.number(), new Page(entry.bytes())));
    }
}
