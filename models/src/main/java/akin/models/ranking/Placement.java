package akin.models.ranking;

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
            if (k < 1) {
                throw new IllegalArgumentException("k is " + k + ", at least 1 is needed");
            }
        }
    }

    /** Returns true when a source is asked. */
    public boolean asks(Source source) {
        return sources.isEmpty() || sources.contains(source.name());
    }

    public Placement {
        if (top < 1) {
            throw new IllegalArgumentException("top is " + top + ", at least 1 is needed");
        }
    }
}
