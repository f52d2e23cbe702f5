package akin.similar.match;

import akin.similar.siamese.Embeddings;
import akin.similar.siamese.Siamese;
import java.util.Map;

/**
 * What a match found.
 *
 * @param quality figures by embedding and name
 */
record MatchResult(Problem problem, Map<String, Map<String, Double>> quality, Siamese siamese, Embeddings embeddings) {}
