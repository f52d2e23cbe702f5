package akin.models.ranking;

import java.util.List;

/**
 * How experiments change one ranking.
 *
 * @param placement as the arms have it
 * @param trials the experiments, in the order of their layers; at least one
 * @param rival the ranker whose list is interleaved with the placement's, or null
 * @param pairs share of the rankings in which two neighbours are put in random order, to measure what a place is worth
 */
public record Assignment(Placement placement, List<Trial> trials, String rival, double pairs) {}
