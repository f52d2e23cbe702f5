package akin.similar.longtail;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How well targets were ranked, in fractions.
 *
 * @param map the mean of {@code 1 / place}, which for one relevant item is the average precision
 */
record Figures(
        int positions,
        @JsonProperty("recall@20") double recall20,
        @JsonProperty("ndcg@10") double ndcg10,
        double map) {
    static Figures of(double[] places) {
        double recall = 0;
        double ndcg = 0;
        double map = 0;
        for (double place : places) {
            recall += place <= 20 ? 1 : 0;
            ndcg += place <= 10 ? StrictMath.log(2) / StrictMath.log(1 + place) : 0;
            map += 1 / place;
        }
        int n = Math.max(1, places.length);
        return new Figures(places.length, recall / n, ndcg / n, map / n);
    }
}
