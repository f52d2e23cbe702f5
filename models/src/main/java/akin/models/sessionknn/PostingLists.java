package akin.models.sessionknn;

import akin.models.memory.Memory;
import akin.models.memory.Table;

/**
 * Per item the numbers of the newest sessions that it occurs in, newest first. A list is a ring of chunks; one that has
 * its most chunks writes over the oldest. Chunks of forgotten items are used again.
 *
 * <ul>
 *   <li>{@code session-knn.postings}, ints: per item its newest chunk, and (long) how many numbers were added
 *   <li>{@code session-knn.chunks}, ints: per chunk the next older and the next newer one, around the ring, then numbers;
 *       of a free chunk the next free one; in row 0 the first free chunk and the first never used
 * </ul>
 */
final class PostingLists {
    static final int CHUNK = 14;

    private static final int NEWEST = 0;
    private static final int ADDED = 1;
    private static final int OLDER = 0;
    private static final int NEWER = 1;
    private static final int NUMBERS = 2;
    private static final int FREE = 0;
    private static final int UNUSED = 1;

    private final Table lists;
    private final Table chunks;
    private final int length;
    private final int mostChunks;

    PostingLists(Memory memory, SessionKnnSettings settings) {
        length = settings.postings();
        // The newest chunk may hold one number only.
        mostChunks = (length + CHUNK - 2) / CHUNK + 1;
        lists = memory.table("session-knn.postings", 3, settings.shape());
        chunks = memory.table("session-knn.chunks", NUMBERS + CHUNK, settings.shape());
        chunks.ensure(0);
        chunks.setInt(0, UNUSED, 1);
    }

    /** Adds a session to an item's list. */
    void add(int row, int number) {
        lists.ensure(row);
        long added = added(row);
        int chunk = lists.getInt(row, NEWEST);
        if (added % CHUNK == 0) {
            chunk = added < (long) mostChunks * CHUNK ? insert(chunk) : chunks.getInt(chunk, NEWER);
            lists.setInt(row, NEWEST, chunk);
        }
        chunks.setInt(chunk, NUMBERS + (int) (added % CHUNK), number);
        lists.setLong(row, ADDED, added + 1);
    }

    /** Puts a chunk behind the newest one, 0 for none. */
    private int insert(int newest) {
        int chunk = allocate();
        int older = newest == 0 ? chunk : newest;
        int newer = newest == 0 ? chunk : chunks.getInt(newest, NEWER);
        chunks.setInt(older, NEWER, chunk);
        chunks.setInt(newer, OLDER, chunk);
        chunks.setInt(chunk, OLDER, older);
        chunks.setInt(chunk, NEWER, newer);
        return chunk;
    }

    private int allocate() {
        int chunk = chunks.getInt(0, FREE);
        if (chunk != 0) {
            chunks.setInt(0, FREE, chunks.getInt(chunk, OLDER));
            return chunk;
        }
        chunk = chunks.getInt(0, UNUSED);
        chunks.setInt(0, UNUSED, chunk + 1);
        chunks.ensure(chunk);
        return chunk;
    }

    /** Returns how many numbers were ever added to an item's list. */
    long added(int row) {
        return lists.has(row) ? lists.getLong(row, ADDED) : 0;
    }

    /**
     * Copies the newest numbers of an item's list, newest first.
     *
     * @return how many there are
     */
    int newest(int row, int[] into) {
        long added = added(row);
        int n = (int) Math.min(added, length);
        int chunk = n == 0 ? 0 : lists.getInt(row, NEWEST);
        int place = (int) ((added + CHUNK - 1) % CHUNK);
        for (int i = 0; i < n; i++) {
            into[i] = chunks.getInt(chunk, NUMBERS + place);
            if (--place < 0) {
                chunk = chunks.getInt(chunk, OLDER);
                place = CHUNK - 1;
            }
        }
        return n;
    }

    /** Forgets an item's list. */
    void clear(int row) {
        if (added(row) == 0) {
            return;
        }
        int newest = lists.getInt(row, NEWEST);
        int oldest = chunks.getInt(newest, NEWER);
        chunks.setInt(oldest, OLDER, chunks.getInt(0, FREE));
        chunks.setInt(0, FREE, newest);
        lists.clear(row);
    }
}
