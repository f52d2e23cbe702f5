package akin.state.records;

/**
 * Ids of items that were read lately, one object for each: shoppers on the heap remember the same items by the million. An id
 * lies at the place of its hash until another one comes there. Threads share it without locks: a string that a race loses is
 * only one object more.
 */
final class KnownIds {
    private static final String[] KNOWN = new String[1 << 17];

    private KnownIds() {}

    /** Returns an equal string, the same as last time where it is still known. */
    static String same(String id) {
        if (id == null) {
            return null;
        }
        int hash = id.hashCode();
        int place = (hash ^ hash >>> 15) & KNOWN.length - 1;
        String known = KNOWN[place];
        if (id.equals(known)) {
            return known;
        }
        KNOWN[place] = id;
        return id;
    }
}
