package akin.models.recommender;

import akin.models.ranking.Ranking;

/**
 * A ranking, and how it came about.
 *
 * @param poolSize how many candidates it was made from
 * @param filled how many of its items come from sources of last resort only
 * @param shortfall how many items it has less than its placement asks for
 */
public record Ranked(Ranking ranking, int poolSize, int filled, int shortfall) {}
