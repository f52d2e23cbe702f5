package akin.models.memory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.TreeMap;

/**
 * Everything that one recommender remembers: named {@link Table}s of ints and {@link Vectors} of floats. A
 * checkpoint takes the pages that changed since the last one; restoring puts them back before anything is learned.
 */
public final class Memory {
    private final TreeMap<String, Paged> tables = new TreeMap<>();

    /** Declares a table of ints; names are unique. */
    public Table table(String name, int width) {
        return declare(new Table(name, width));
    }

    /** Declares a table of floats; names are unique among all tables. */
    public Vectors vectors(String name, int width) {
        return declare(new Vectors(name, width));
    }

    private <T extends Paged> T declare(T table) {
        if (tables.put(table.name(), table) != null) {
            throw new IllegalArgumentException("table '" + table.name() + "' is declared twice");
        }
        return table;
    }

    /** All tables of either kind by name. */
    public Collection<Paged> tables() {
        return tables.values();
    }

    /** Writes every page that changed since the last call, by table name and page number. */
    public void drainDirty(PageWriter writer) {
        tables.values().forEach(table -> table.drainDirty(writer));
    }

    /** Puts a saved page back. */
    public void load(String table, int page, byte[] bytes) {
        Paged target = tables.get(table);
        if (target == null) {
            throw new IllegalStateException(
                    "the saved table '" + table + "' is not known here; known: " + String.join(", ", tables.keySet()));
        }
        target.decode(page, bytes);
    }

    /** Declares that memory equals what is saved: to be called after the last {@link #load}. */
    public void loaded() {
        tables.values().forEach(Paged::clean);
    }

    public long bytes() {
        return tables.values().stream().mapToLong(Paged::bytes).sum();
    }

    public int dirtyPages() {
        return tables.values().stream().mapToInt(Paged::dirtyCount).sum();
    }

    /** SHA-256 over all pages in the order of table names and page numbers. */
    public byte[] digest() {
        MessageDigest digest = sha256();
        for (Paged table : tables.values()) {
            digest.update(table.name().getBytes(StandardCharsets.UTF_8));
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
