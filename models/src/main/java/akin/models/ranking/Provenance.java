package akin.models.ranking;

import java.util.List;

/**
 * How a ranking that is part of experiments came about, so that it can be explained afterwards.
 *
 * @param ranker that ordered it, the re-ranker where there is one
 * @param teams of an interleaved list, {@code a} or {@code b} for each place, by whose item stands there; else empty
 * @param pair where the order of two neighbours was drawn, the place of the upper one, 1 the best; else 0
 * @param isExchanged whether the two changed places
 */
public record Provenance(List<Trial> trials, String ranker, String teams, int pair, boolean isExchanged) {}
