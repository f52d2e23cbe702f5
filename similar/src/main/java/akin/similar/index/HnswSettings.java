package akin.similar.index;

import akin.models.settings.Checks;
import java.io.Serializable;

/**
 * How an index is built and searched.
 *
 * @param edges M of HNSW: edges per item; twice as many on the ground level
 * @param construction efConstruction of HNSW: nearest items kept in view while an item is added
 * @param search ef of HNSW: nearest items kept in view by a search, at least as many as are looked for
 */
public record HnswSettings(int edges, int construction, int search) implements Serializable {
    public HnswSettings {
        Checks.ofPart()
                .range("edges", edges, 2, 256)
                .range("construction", construction, 1, 4096)
                .range("search", search, 1, 65_536)
                .verify();
    }
}
