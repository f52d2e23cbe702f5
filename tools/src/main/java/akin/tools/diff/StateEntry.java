package akin.tools.diff;

/**
 * One entry of any state, for who compares states without knowing what they mean.
 *
 * @param part the table, or the kind of what is no page
 * @param owner a page's shard; the user or item of what is no page
 * @param number the page's; 0 for what is no page
 * @param isPage whether the bytes are a page
 */
public record StateEntry(String part, String owner, int number, boolean isPage, byte[] bytes) {
    /** What the entry is about: equal for the same entry of two savepoints. */
    String key() {
        return part + '\u001f' + number + '\u001f' + owner;
    }
}
