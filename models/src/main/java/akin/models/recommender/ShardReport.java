package akin.models.recommender;

import akin.models.component.ItemMap;
import akin.models.component.Learning;
import akin.models.quality.Figures;
import akin.models.quality.Slice;
import java.io.Serializable;
import java.util.Map;

/**
 * How a shard is doing.
 *
 * @param timestamp event time up to which it has learned, epoch milliseconds
 * @param digest SHA-256 over the shard's pages in hexadecimal, or null when not asked for
 * @param gauges other figures of components by name, such as the recall of an index
 * @param learning how each learner does, by name
 * @param map of the item vectors, only with the digest, or null; never sent on
 */
public record ShardReport(
        int shard,
        long timestamp,
        long visits,
        int items,
        long bytes,
        String digest,
        Map<String, Map<Slice, Figures>> quality,
        Map<String, Double> gauges,
        Map<String, Learning> learning,
        ItemMap map)
        implements Serializable {}
