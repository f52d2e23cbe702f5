package akin.models.ranking;

import akin.models.candidates.SourceRanks;

/**
 * One place of a ranking.
 *
 * @param ranks the item's rank in each candidate source
 */
public record RankedItem(String itemId, float score, SourceRanks ranks) {}
