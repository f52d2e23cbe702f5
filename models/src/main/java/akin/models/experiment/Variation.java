package akin.models.experiment;

import akin.models.ranking.Placement;
import java.io.Serializable;
import java.util.List;

/**
 * What an arm does otherwise than the placement; each is null where it is as the placement has it.
 *
 * @param reranker the name of a re-ranker, or {@code none}
 * @param rerank how many candidates it orders
 * @param interleaveWith a ranker whose list is interleaved with that of {@code ranker}
 */
public record Variation(
        List<String> sources,
        String ranker,
        String reranker,
        Integer rerank,
        Integer top,
        FilterVariation filters,
        String interleaveWith)
        implements Serializable {
    /** As the placement has it. */
    public static final Variation NONE = new Variation(null, null, null, null, null, FilterVariation.NONE, null);

    static final String NO_RERANKER = "none";
    private static final int USUAL_RERANK = 100;

    /** An arm with another ranker. */
    public static Variation ofRanker(String ranker) {
        return new Variation(null, ranker, null, null, null, FilterVariation.NONE, null);
    }

    /** Returns a placement as the arm has it. */
    public Placement of(Placement placement) {
        return new Placement(
                placement.name(),
                FilterVariation.or(sources, placement.sources()),
                FilterVariation.or(ranker, placement.ranker()),
                reranking(placement.reranking()),
                FilterVariation.or(top, placement.top()),
                filters.of(placement.filters()));
    }

    private Placement.Reranking reranking(Placement.Reranking standard) {
        if (NO_RERANKER.equals(reranker) || (reranker == null && standard == null)) {
            return null;
        }
        int usual = standard == null ? USUAL_RERANK : standard.k();
        return new Placement.Reranking(
                reranker == null ? standard.ranker() : reranker, FilterVariation.or(rerank, usual));
    }

    /** Returns whether two arms set some of the same. */
    boolean meets(Variation other) {
        return both(sources, other.sources)
                || both(ranker, other.ranker)
                || both(reranker, other.reranker)
                || both(rerank, other.rerank)
                || both(top, other.top)
                || both(interleaveWith, other.interleaveWith)
                || meets(filters, other.filters);
    }

    private static boolean meets(FilterVariation a, FilterVariation b) {
        return both(a.categoryLevels(), b.categoryLevels())
                || both(a.matching(), b.matching())
                || both(a.hideBought(), b.hideBought())
                || both(a.hideSeen(), b.hideSeen())
                || both(a.priceBand(), b.priceBand());
    }

    private static boolean both(Object a, Object b) {
        return a != null && b != null;
    }
}
