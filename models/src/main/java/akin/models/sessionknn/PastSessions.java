package akin.models.sessionknn;

import akin.models.memory.Memory;
import akin.models.memory.Table;

/**
 * The newest sessions with their newest items, numbered from 1 on as they start. Numbers go round after
 * 2^32 sessions: one that is kept for longer would lead to another session.
 *
 * <ul>
 *   <li>{@code session-knn.sessions}, ints: per place the hash of the session's id (long), how many items were added, a
 *       ring of references to items
 *   <li>{@code session-knn.count}, ints: in row 0 (long) how many sessions started
 * </ul>
 */
final class PastSessions {
    private static final int ID = 0;
    private static final int ADDED = 2;
    private static final int ITEMS = 3;
    private static final int FEWEST_CHAINED = 1 << 9;

    private final Table sessions;
    private final Table count;
    private final int most;
    private final int items;
    /** Derived: chains of places by hash, 1 the first place; 0 ends one. */
    private int[] heads;

    private int[] nexts;

    PastSessions(Memory memory, SessionKnnSettings settings) {
        most = settings.sessions();
        items = settings.items();
        sessions = memory.table("session-knn.sessions", ITEMS + items, settings.shape());
        count = memory.table("session-knn.count", 2, settings.shape());
        count.ensure(0);
        resize(FEWEST_CHAINED);
    }

    /** Rebuilds what is derived from memory, after memory was loaded. */
    void loaded() {
        int places = (int) Math.min(started(), most);
        resize(Math.max(FEWEST_CHAINED, Integer.highestOneBit(places) << 1));
        for (int place = 0; place < places; place++) {
            link(place);
        }
    }

    private void resize(int places) {
        nexts = new int[places];
        heads = new int[2 * places];
    }

    /** Returns how many sessions ever started. */
    long started() {
        return count.getLong(0, 0);
    }

    private int place(int number) {
        // The newest has number started(), so that distances are right although numbers go round.
        return (int) ((started() - 1 - age(number)) % most);
    }

    private long age(int number) {
        return Integer.toUnsignedLong((int) started() - number);
    }

    /** Returns whether a session is still remembered. */
    boolean has(int number) {
        return age(number) < Math.min(started(), most);
    }

    /** Returns the number of a session by the hash of its id; it starts if it is not known. */
    int open(long id) {
        int place = find(id);
        if (place >= 0) {
            return number(place);
        }
        int next = (int) (started() % most);
        if (started() >= most) {
            unlink(next);
        }
        count.setLong(0, 0, started() + 1);
        sessions.ensure(next);
        sessions.clear(next);
        sessions.setLong(next, ID, id);
        link(next);
        return (int) started();
    }

    /**
     * Tells whether a session is remembered.
     *
     * @return its number if {@link #has} it; else a number that no session has
     */
    int number(long id) {
        int place = find(id);
        return place < 0 ? (int) started() + 1 : number(place);
    }

    private int number(int place) {
        int newest = (int) ((started() - 1) % most);
        return (int) started() - Math.floorMod(newest - place, most);
    }

    /** Returns the hash of a session's id. */
    long id(int number) {
        return sessions.getLong(place(number), ID);
    }

    /** Adds an item to a session. */
    void add(int number, int ref) {
        int place = place(number);
        int added = sessions.getInt(place, ADDED);
        sessions.setInt(place, ITEMS + added % items, ref);
        // Past their most only the position counts: keep the counter from overflowing.
        sessions.setInt(place, ADDED, added + 1 < 2 * items ? added + 1 : items);
    }

    /**
     * Copies references to a session's items, oldest first.
     *
     * @return how many there are
     */
    int items(int number, int[] into) {
        int place = place(number);
        int added = sessions.getInt(place, ADDED);
        int n = Math.min(items, added);
        int[] page = sessions.page(place);
        int at = sessions.offset(place) + ITEMS;
        for (int i = 0; i < n; i++) {
            into[i] = page[at + (added - n + i) % items];
        }
        return n;
    }

    private int bucket(long id) {
        return (int) (id ^ id >>> 32) & heads.length - 1;
    }

    private int find(long id) {
        int next = heads[bucket(id)];
        while (next != 0 && sessions.getLong(next - 1, ID) != id) {
            next = nexts[next - 1];
        }
        return next - 1;
    }

    /** Links a place after all before it. */
    private void link(int place) {
        if (place == nexts.length) {
            resize(2 * place);
            for (int before = 0; before < place; before++) {
                link(before);
            }
        }
        int bucket = bucket(sessions.getLong(place, ID));
        nexts[place] = heads[bucket];
        heads[bucket] = place + 1;
    }

    private void unlink(int place) {
        int bucket = bucket(sessions.getLong(place, ID));
        if (heads[bucket] == place + 1) {
            heads[bucket] = nexts[place];
            return;
        }
        int before = heads[bucket] - 1;
        while (nexts[before] != place + 1) {
            before = nexts[before] - 1;
        }
        nexts[before] = nexts[place];
    }
}
