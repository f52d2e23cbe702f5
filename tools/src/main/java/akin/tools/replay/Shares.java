package akin.tools.replay;

import akin.models.quality.Figures;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Figures as shares of the positions.
 *
 * @param hit10Error standard error of hit@10, or null where every visit was tested
 * @param ndcg10 or null where it isn't told
 * @param poolRecall or null where it isn't told
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Shares(
        long positions,
        @JsonProperty("hit@5") double hit5,
        @JsonProperty("hit@10") double hit10,
        @JsonProperty("hit@10_error") Double hit10Error,
        @JsonProperty("hit@20") double hit20,
        @JsonProperty("mrr@20") double mrr20,
        @JsonProperty("ndcg@10") Double ndcg10,
        Double poolRecall) {

    /**
     * @param sample share of the visits that were tested
     */
    static Shares of(Figures figures, double sample) {
        Double error = sample == 1 ? null : figures.error(figures.hits10(), sample);
        return of(figures, error, figures.share(figures.ndcg10()), figures.share(figures.pooled()));
    }

    /** Returns what is told of an interval. */
    static Shares ofInterval(Figures figures) {
        return of(figures, null, null, null);
    }

    private static Shares of(Figures figures, Double hit10Error, Double ndcg10, Double poolRecall) {
        return new Shares(
                figures.positions(),
                figures.share(figures.hits5()),
                figures.share(figures.hits10()),
                hit10Error,
                figures.share(figures.hits20()),
                figures.share(figures.mrr20()),
                ndcg10,
                poolRecall);
    }
}
