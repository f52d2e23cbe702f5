package akin.state.savepoint;

import akin.models.memory.Page;
import akin.models.shard.ShardInput;
import akin.state.ShardKeys;
import akin.state.records.RecordTypes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * One entry of the state of a shard, on its way out of a savepoint or into one.
 *
 * @param key the shard's Flink key
 * @param name of the table or the setting; empty for an input
 * @param number of the page, or of the numbers in a table's row
 * @param value the page, the setting's text in UTF-8, or the input in bytes
 */
public record ShardEntry(int key, Kind kind, String name, int number, byte[] value) {
    private static final byte[] NOTHING = {};

    /** What a shard's state is made of. */
    public enum Kind {
        PAGE,
        TABLE,
        SETTING,
        PENDING
    }

    static ShardEntry page(int key, String table, int number, Page page) {
        return new ShardEntry(key, Kind.PAGE, table, number, page.bytes());
    }

    static ShardEntry table(int key, String name, int width) {
        return new ShardEntry(key, Kind.TABLE, name, width, NOTHING);
    }

    static ShardEntry setting(int key, String name, String text) {
        return new ShardEntry(key, Kind.SETTING, name, 0, text.getBytes(StandardCharsets.UTF_8));
    }

    static ShardEntry pending(int key, ShardInput input) {
        return new ShardEntry(key, Kind.PENDING, "", 0, Bytes.of(input, RecordTypes.SHARD_INPUT));
    }

    boolean is(Kind other) {
        return kind == other;
    }

    SavedPage page() {
        return new SavedPage(ShardKeys.shardOf(key), name, number, value);
    }

    String text() {
        return new String(value, StandardCharsets.UTF_8);
    }

    ShardInput input() throws IOException {
        return Bytes.read(value, RecordTypes.SHARD_INPUT);
    }
}
