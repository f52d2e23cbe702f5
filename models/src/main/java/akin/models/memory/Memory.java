package akin.models.memory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that one recommender remembers: named {@link Table}s of ints and {@link Vectors} of floats. A
 * checkpoint takes the pages that changed since the last one; restoring puts them back before anything is learned.
 */
public final class Memory {
    private final TreeMap<String, Paged> tables = new TreeMap<>();
    private final TreeMap<String, List<Setting>> shapes = new TreeMap<>();
    private final TreeMap<String, Paged> formerTables = new TreeMap<>();
    /** The table in which the search for changed pages goes on. */
    private int draining;

    /**
     * Declares a table of ints; names are unique.
     *
     * @param shapedBy settings under which its bytes have their meaning
     */
    public Table table(String name, int width, Setting... shapedBy) {
        return declare(new Table(name, width), shapedBy);
    }

    /** Declares a table of floats; names are unique among all tables. */
    public Vectors vectors(String name, int width, Setting... shapedBy) {
        return declare(new Vectors(name, width), shapedBy);
    }

    /**
     * Declares a table of ints of a former version: it is read from savepoints, but never written and no part of what is
     * remembered. Who declares it takes its contents over after memory was loaded, and drops it.
     */
    public Table formerTable(String name, int width) {
        Table table = new Table(name, width);
        formerTables.put(name, table);
        return table;
    }

    /** Returns the tables of former versions. */
    public Collection<Paged> formerTables() {
        return formerTables.values();
    }

    private <T extends Paged> T declare(T table, Setting... shapedBy) {
        shapes.put(table.name(), List.of(shapedBy));
        if (tables.put(table.name(), table) != null) {
            throw new IllegalArgumentException("table '" + table.name() + "' is declared twice");
        }
        return table;
    }

    /** All tables of either kind by name. */
    public Collection<Paged> tables() {
        return tables.values();
    }

    /** The settings that shape any of the tables: values by key. */
    public Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        shapes.values().forEach(shape -> shape.forEach(setting -> settings.put(setting.key(), setting.value())));
        return settings;
    }

    /** Writes every page that changed since the last call, by table name and page number. */
    public void drainDirty(PageWriter writer) {
        tables.values().forEach(table -> table.drainDirty(writer));
    }

    /**
     * Writes so many changed pages at most, going on where the last call ended; so repeated calls come by every page.
     *
     * @return how many were written; less than the most when a table's end was met with nothing left behind it
     */
    public int drainDirty(int most, PageWriter writer) {
        List<Paged> all = List.copyOf(tables.values());
        int written = 0;
        for (int turn = 0; turn < all.size() && written < most; turn++) {
            written += all.get(draining).drainDirty(most - written, writer);
            draining = written < most ? (draining + 1) % all.size() : draining;
        }
        return written;
    }

    /** Writes every page, by table name and page number. */
    public void forEachPage(PageWriter writer) {
        for (Paged table : tables.values()) {
            for (int page = 0; page < table.pageCount(); page++) {
                writer.write(table.name(), page, new Page(table.encode(page)));
            }
        }
    }

    /** Returns whether a saved table can be loaded. */
    public boolean knows(String table) {
        return tables.containsKey(table) || formerTables.containsKey(table);
    }

    /** Puts a saved page back; what it holds then counts as written out, and is shared with it. */
    public void load(String table, int number, Page page) {
        Paged target = tables.getOrDefault(table, formerTables.get(table));
        if (target == null) {
            throw new IllegalStateException(
                    "the saved table '" + table + "' is not known here; known: " + String.join(", ", tables.keySet()));
        }
        target.decode(number, page);
    }

    /** Takes over another memory's tables byte for byte, as far as they have the same shape here. */
    public void adopt(Memory other) {
        for (Paged table : other.tables.values()) {
            Paged here = tables.get(table.name());
            if (here != null
                    && here.width() == table.width()
                    && shapes.get(table.name()).equals(other.shapes.get(table.name()))) {
                for (int page = 0; page < table.pageCount(); page++) {
                    here.decode(page, table.encode(page));
                }
            }
        }
    }

    public long bytes() {
        return tables.values().stream().mapToLong(Paged::bytes).sum();
    }

    public int dirtyPages() {
        return tables.values().stream().mapToInt(Paged::dirtyCount).sum();
    }

    /** SHA-256 over all pages in the order of table names and page numbers; empty tables don't count. */
    public byte[] digest() {
        MessageDigest digest = sha256();
        for (Paged table : tables.values()) {
            if (table.pageCount() > 0) {
                digest.update(table.name().getBytes(StandardCharsets.UTF_8));
            }
            for (int page = 0; page < table.pageCount(); page++) {
                digest.update(table.encode(page));
            }
        }
        return digest.digest();
    }

    /** A new SHA-256 digest, which every Java platform has. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
