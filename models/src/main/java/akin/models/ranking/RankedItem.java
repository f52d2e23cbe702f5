package akin.models.ranking;

import java.util.Map;

/**
 * One place of a ranking.
 *
 * @param sources the item's rank (1 is best) in each candidate source that named it
 */
public record RankedItem(String itemId, float score, Map<String, Integer> sources) {}
