package akin.models.rerank;

import java.util.List;
import java.util.SortedMap;

/**
 * What a candidate is known by, beside its place in the session. The order makes no difference to what is learned, but must
 * be the same each time.
 *
 * @param sources names of the sources that count
 * @param rankers names of the rankers that count
 * @param pairs counts of pairs by their names
 */
public record Signals(List<String> sources, List<String> rankers, SortedMap<String, PairCounts> pairs) {}
