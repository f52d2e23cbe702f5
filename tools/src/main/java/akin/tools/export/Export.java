package akin.tools.export;

import akin.models.memory.PageHeader;
import akin.models.recommender.RecommenderSettings;
import akin.state.savepoint.SavedJob;
import akin.state.savepoint.SavedPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;

/**
 * Writes what is in a savepoint into a file. Rows have a fixed order: users by id, pages by shard, table and number; what
 * is read out of models comes shard by shard in the order of the shards' key groups, in a shard by item id. The file is
 * there when it is whole: rows go into one beside it until then.
 */
public final class Export {
    private final SavedJob job;
    private final RecommenderSettings settings;
    private final Path file;
    private final FileFormat format;
    private long rows;

    public Export(SavedJob job, RecommenderSettings settings, Path file, FileFormat format) {
        this.job = job;
        this.settings = settings;
        this.file = file;
        this.format = format;
    }

    /** Rows written so far. */
    public long rows() {
        return rows;
    }

    /** Reads the savepoint and gives each row to its consumer. */
    @FunctionalInterface
    private interface Source<T> {
        void readInto(RowWriter<T> rows) throws Exception;
    }

    /** A consumer that carries failures to write through whoever calls it. */
    @FunctionalInterface
    interface RowWriter<T> {
        void write(T row);
    }

    private <T extends Record> void write(Class<T> type, Source<T> source) throws Exception {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (RowFile<T> out = format.open(part, type)) {
                source.readInto(row -> {
                    try {
                        out.write(row);
                        rows++;
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | UncheckedIOException e) {
            throw new IOException(file + " can't be written: " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * The vectors of one space.
     *
     * @param space its table's name
     */
    public void embeddings(String space) throws Exception {
        write(EmbeddingRow.class, out -> job.forEachShard(settings, shard -> ModelRows.embeddings(shard, space, out)));
    }

    /** All pairs of items that were visited together. */
    public void covisits() throws Exception {
        write(CovisitRow.class, out -> job.forEachShard(settings, shard -> ModelRows.covisits(shard, out)));
    }

    /** All users. */
    public void users() throws Exception {
        write(UserRow.class, out -> job.forEachShopper((id, shopper) -> out.write(UserRow.of(id, shopper))));
    }

    /** All pages, as they are. */
    public void pages() throws Exception {
        write(PageRow.class, out -> job.forEachPageInOrder(page -> out.write(row(page))));
    }

    private static PageRow row(SavedPage page) {
        PageHeader header = PageHeader.of(page.bytes());
        return new PageRow(
                page.shard(),
                page.table(),
                page.number(),
                header.version(),
                header.width(),
                header.rows(),
                HexFormat.of().formatHex(page.bytes()));
    }
}
