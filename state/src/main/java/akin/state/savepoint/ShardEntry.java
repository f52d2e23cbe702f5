package akin.state.savepoint;

/**
 * One entry of the state of a shard, on its way from one savepoint to another.
 *
 * @param key the shard's Flink key
 * @param name of the table or the setting; empty for an input
 * @param number of the page, or of the numbers in a table's row
 * @param value the page, the setting's text in UTF-8, or the input in bytes
 */
public record ShardEntry(int key, Kind kind, String name, int number, byte[] value) {
    /** What a shard's state is made of. */
    public enum Kind {
        PAGE,
        TABLE,
        SETTING,
        PENDING
    }
}
