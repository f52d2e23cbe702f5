package akin.models.component;

import akin.models.ranking.Candidates;
import akin.models.ranking.Query;
import akin.models.shard.Visit;

/**
 * A pool as it was made just before a visit: to test rankers on, the one that the default placement would have ranked; to
 * learn from, the one of all that the shopper might have looked at, whatever placements show. Query and candidates are valid until the
 * next pool is made.
 *
 * @param target the position of the visited item, or -1 when the pool lacks it
 */
public record RankedPool(Visit visit, Query query, Candidates candidates, int target) {}
