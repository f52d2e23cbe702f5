package akin.jobs.wire;

import akin.models.quality.Figures;
import java.util.Map;

/**
 * How good the rankers were between two reports, over all shards.
 *
 * @param timestamp event time up to which was learned, epoch milliseconds
 * @param visits learned in the interval; one that concerns two shards counts in each
 * @param quality of the interval alone, by ranker
 * @param loss of an example, before it was learned, by learner; the mean of the interval
 */
public record QualityInterval(long timestamp, long visits, Map<String, Figures> quality, Map<String, Double> loss) {}
