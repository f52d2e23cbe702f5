package akin.tools.replay;

import akin.models.quality.Figures;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Figures as shares of the positions.
 *
 * @param ndcg10 or null where it isn't told
 * @param poolRecall or null where it isn't told
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Shares(
        long positions,
        @JsonProperty("hit@5") double hit5,
        @JsonProperty("hit@10") double hit10,
        @JsonProperty("hit@20") double hit20,
        @JsonProperty("mrr@20") double mrr20,
        @JsonProperty("ndcg@10") Double ndcg10,
        Double poolRecall) {

    static Shares of(Figures figures) {
        return of(figures, figures.share(figures.ndcg10()), figures.share(figures.pooled()));
    }

    /** Returns what is told of an interval. */
    static Shares ofInterval(Figures figures) {
        return of(figures, null, null);
    }

    private static Shares of(Figures figures, Double ndcg10, Double poolRecall) {
        return new Shares(
                figures.positions(),
                figures.share(figures.hits5()),
                figures.share(figures.hits10()),
                figures.share(figures.hits20()),
                figures.share(figures.mrr20()),
                ndcg10,
                poolRecall);
    }
}
