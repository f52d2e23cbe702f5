package akin.state.pages;

import java.util.Collection;
import org.apache.flink.state.rocksdb.RocksDBOptionsFactory;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompactionStyle;
import org.rocksdb.DBOptions;

/**
 * RocksDB for pages, which are written over and over and read at a start only: universal compaction, that waits for many
 * files. An incremental checkpoint uploads what is compacted once more, so what is seldom compacted makes it small; the
 * price is disk, several times that of the pages.
 */
public final class PageCompaction implements RocksDBOptionsFactory {
    private static final long serialVersionUID = 1L;

    /** Each checkpoint writes a file per table; so many are compacted together. */
    static final int FILES = 16;

    private static final int SLOW_DOWN_FILES = 4 * FILES;
    private static final int STOP_FILES = 6 * FILES;

    @Override
    public DBOptions createDBOptions(DBOptions options, Collection<AutoCloseable> toClose) {
        return options;
    }

    @Override
    public ColumnFamilyOptions createColumnOptions(ColumnFamilyOptions options, Collection<AutoCloseable> toClose) {
        return options.setCompactionStyle(CompactionStyle.UNIVERSAL)
                .setLevel0FileNumCompactionTrigger(FILES)
                .setLevel0SlowdownWritesTrigger(SLOW_DOWN_FILES)
                .setLevel0StopWritesTrigger(STOP_FILES);
    }
}
