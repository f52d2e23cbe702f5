package akin.models.ranking;

import akin.models.candidates.Source;
import java.io.Serializable;
import java.util.List;

/**
 * A configured use of rankings.
 *
 * @param sources which candidate sources fill the pool
 * @param ranker the name of the ranker that orders the pool
 * @param top how many items a ranking has
 */
public record Placement(String name, List<Source> sources, String ranker, int top, Filters filters)
        implements Serializable {}
