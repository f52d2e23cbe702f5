package akin.models.neighbours;

import akin.models.settings.Checks;
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
        Checks.of("embedding.neighbours")
                .range("exact_items", exactItems, 1, 1_000_000)
                .range("rebuild_lag", rebuildLag, 1, Integer.MAX_VALUE / 2)
                .require(
                        rebuildVisits > rebuildLag,
                        "rebuild_visits",
                        rebuildVisits,
                        "a whole number above rebuild_lag, " + rebuildLag)
                .range("edges", neighbours, 2, 256)
                .range("construction", construction, 1, 4096)
                .range("search", search, 1, 4096)
                .verify();
    }
}
