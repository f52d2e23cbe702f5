package akin.models.component;

import akin.models.ranking.Candidates;
import akin.models.ranking.Query;
import akin.models.shard.Visit;

/**
 * The pool that the default placement would have ranked just before a visit. Query and candidates are valid until the
 * next pool is made.
 *
 * @param target the position of the visited item, or -1 when the pool lacks it
 */
public record RankedPool(Visit visit, Query query, Candidates candidates, int target) {}
