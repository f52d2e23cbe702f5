package akin.models.ranking;

import akin.models.settings.Checks;
import java.io.Serializable;
import java.util.List;

/**
 * A configured use of rankings.
 *
 * @param sources names of the sources that fill the pool; empty: all that are on
 * @param ranker the name of the ranker that orders the pool
 * @param reranking what orders the first of them once more, or null
 * @param top how many items a ranking has
 */
public record Placement(String name, List<String> sources, String ranker, Reranking reranking, int top, Filters filters)
        implements Serializable {
    /**
     * A second stage.
     *
     * @param ranker the name of the re-ranker
     * @param k how many candidates it orders; those after the k-th follow in the first ranker's order
     */
    public record Reranking(String ranker, int k) implements Serializable {
        public Reranking {
            Checks.ofPart().range("rerank", k, 1, 1000).verify();
        }
    }

    /** Returns true when a source is asked. */
    public boolean asks(Source source) {
        return sources.isEmpty() || sources.contains(source.name());
    }

    public Placement {
        Checks.ofPart().range("top", top, 1, 1000).verify();
    }
}
