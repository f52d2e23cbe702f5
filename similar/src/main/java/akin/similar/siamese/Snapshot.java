package akin.similar.siamese;

import akin.models.memory.Memory;
import akin.models.memory.Page;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
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

    /** Returns what a memory with some of the tables takes. */
    Snapshot knownTo(Memory memory) {
        return new Snapshot(
                entries.stream().filter(entry -> memory.knows(entry.table())).toList());
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(entries.size());
        for (Entry entry : entries) {
            out.writeUTF(entry.table());
            out.writeInt(entry.number());
            out.writeInt(entry.bytes().length);
            out.write(entry.bytes());
        }
    }

    static Snapshot read(DataInputStream in) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (int n = in.readInt(); n > 0; n--) {
            String table = in.readUTF();
            int number = in.readInt();
            byte[] bytes = new byte[in.readInt()];
            in.readFully(bytes);
            entries.add(new Entry(table, number, bytes));
        }
        return new Snapshot(entries);
    }
}
