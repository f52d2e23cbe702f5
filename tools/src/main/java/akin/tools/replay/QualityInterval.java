package akin.tools.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/**
 * One line of {@code quality.jsonl}: how good the rankers were between two reports, over all shards.
 *
 * @param timestamp event time up to which was learned, epoch milliseconds
 * @param visits learned in the interval; one that concerns two shards counts in each
 * @param quality of the interval alone, by ranker; rankers without positions are left out
 * @param loss of an example, before it was learned, by learner; the mean of the interval
 */
record QualityInterval(
        long timestamp,
        long visits,
        Map<String, Shares> quality,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Double> loss) {}
