package akin.similar.match;

import akin.similar.siamese.Depths.Learned;
import java.util.Map;

/**
 * What a match found.
 *
 * @param quality figures by embedding and name
 * @param depths figures of the nets by their layers and name
 * @param best the net that validation likes best
 */
record MatchResult(
        Problem problem,
        Map<String, Map<String, Double>> quality,
        Map<String, Map<String, Double>> depths,
        Learned best) {}
