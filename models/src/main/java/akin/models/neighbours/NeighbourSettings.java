package akin.models.neighbours;

import java.io.Serializable;

/**
 * How the nearest items are found.
 *
 * @param exactItems up to so many items with vectors, each is looked at; more get an index
 * @param rebuildVisits learned visits from one build of the index to the next
 * @param rebuildLag learned visits from the start of a build until its index is used, whether it took less or not
 * @param neighbours M of HNSW: edges per item; twice as many on the ground level
 * @param construction efConstruction of HNSW: nearest items kept in view while an item is added
 * @param search ef of HNSW: nearest items kept in view by a search, the item itself included; no answer from the index
 *     is longer
 */
public record NeighbourSettings(
        int exactItems, int rebuildVisits, int rebuildLag, int neighbours, int construction, int search)
        implements Serializable {
    public NeighbourSettings {
        atLeast(1, exactItems, "exactItems");
        atLeast(1, rebuildLag, "rebuildLag");
        atLeast(2, neighbours, "neighbours");
        atLeast(1, construction, "construction");
        atLeast(1, search, "search");
        if (rebuildVisits <= rebuildLag) {
            throw new IllegalArgumentException(
                    "rebuildVisits is " + rebuildVisits + ", must be more than rebuildLag, " + rebuildLag);
        }
    }

    private static void atLeast(int least, int value, String name) {
        if (value < least) {
            throw new IllegalArgumentException(name + " is " + value + ", must be at least " + least);
        }
    }
}
