package akin.state.savepoint;

import akin.models.memory.Page;
import akin.models.memory.PageHeader;
import akin.models.recommender.Recommender;
import java.util.SortedMap;
import java.util.TreeMap;

/** A shard out of a savepoint: its recommender, and what its tables take. */
public final class SavedShard {
    private final int number;
    private final Recommender recommender;
    private final SortedMap<String, TableSize> tables = new TreeMap<>();

    SavedShard(int number, Recommender recommender) {
        this.number = number;
        this.recommender = recommender;
    }

    /**
     * What a table takes.
     *
     * @param version of the newest of its pages
     * @param width numbers per row
     * @param rows that there is room for
     */
    public record TableSize(int version, int width, long pages, long rows, long bytes) {
        public TableSize plus(TableSize other) {
            return new TableSize(
                    Math.max(version, other.version),
                    Math.max(width, other.width),
                    pages + other.pages,
                    rows + other.rows,
                    bytes + other.bytes);
        }
    }

    void load(SavedPage page) {
        // What a component remembers that is no longer there, a job that goes on from here drops as well.
        if (recommender.memory().knows(page.table())) {
            recommender.memory().load(page.table(), page.number(), new Page(page.bytes()));
        }
        PageHeader header = PageHeader.of(page.bytes());
        TableSize size = new TableSize(header.version(), header.width(), 1, header.rows(), page.bytes().length);
        tables.merge(page.table(), size, TableSize::plus);
    }

    public int number() {
        return number;
    }

    public Recommender recommender() {
        return recommender;
    }

    /** Sizes by table. */
    public SortedMap<String, TableSize> tables() {
        return tables;
    }
}
