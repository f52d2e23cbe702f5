package akin.similar.index;

import akin.models.settings.Checks;
import java.io.Serializable;

/**
 * How an index is built and searched.
 *
 * @param edges M of HNSW: edges per item; twice as many on the ground level
 * @param construction efConstruction of HNSW: nearest items kept in view while an item is added
 * @param search ef of HNSW: nearest items kept in view by a search, at least
 * @param breadth items kept in view per item that is looked for, so that a search for many finds them
 * @param scan an index is compared as a whole while it holds no more than so many items per item kept in view
 */
public record HnswSettings(int edges, int construction, int search, double breadth, int scan) implements Serializable {
    public HnswSettings {
        Checks.ofPart()
                .range("edges", edges, 2, 256)
                .range("construction", construction, 1, 4096)
                .range("search", search, 1, 65_536)
                .range("breadth", breadth, 1, 100)
                .range("scan", scan, 0, 1_000_000)
                .verify();
    }

    /** Returns how far a search for the nearest {@code n} goes. */
    public Reach reach(int n) {
        return new Reach(n, search, breadth, scan);
    }
}
