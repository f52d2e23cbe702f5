package akin.similar.match;

import akin.similar.figures.PairFigures;
import akin.similar.figures.RankingFigures;
import akin.similar.nearest.ExactSearch;
import akin.similar.nearest.Nearest;
import akin.similar.pairs.Pair;
import akin.similar.siamese.Embeddings;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Measures an embedding: on test pairs with the threshold of the best F1 on valid pairs, and by whether the similar products
 * of test pairs are found among all of the right catalogue, and chosen among what test pairs offer. What train and valid call similar is not looked for, and doesn't
 * stand in the way.
 */
final class Measuring {
    private final Problem problem;

    Measuring(Problem problem) {
        this.problem = problem;
    }

    Map<String, Double> figures(Embeddings embeddings) {
        Map<String, Double> figures = new LinkedHashMap<>();
        pairs(problem.test().pairs(), embeddings)
                .addTo(figures, pairs(problem.valid().pairs(), embeddings));
        ranking(embeddings).addTo(figures);
        figures.put(
                "choice", Choices.right(problem.test().pairs(), pair -> embeddings.score(pair.left(), pair.right())));
        return figures;
    }

    private static PairFigures pairs(List<Pair> pairs, Embeddings embeddings) {
        return PairFigures.of(pairs, pair -> embeddings.score(pair.left(), pair.right()));
    }

    private RankingFigures ranking(Embeddings embeddings) {
        Map<Integer, Set<Integer>> wanted = new TreeMap<>();
        problem.test().pairs().stream()
                .filter(Pair::isSimilar)
                .forEach(pair -> wanted.computeIfAbsent(pair.left(), left -> new TreeSet<>())
                        .add(pair.right()));
        Set<Long> known = problem.known().stream().map(Pair::key).collect(Collectors.toCollection(HashSet::new));
        int[] queries = wanted.keySet().stream().mapToInt(left -> left).toArray();
        int first = embeddings.firstRight();
        Nearest[] nearest = new ExactSearch(embeddings.right())
                .search(
                        embeddings.lefts(queries),
                        RankingFigures.DEPTH,
                        (query, item) -> queries[query] != first + item
                                && !known.contains(new Pair(queries[query], first + item, true).key()));
        RankingFigures figures = new RankingFigures();
        for (int i = 0; i < queries.length; i++) {
            Set<Integer> similar = wanted.get(queries[i]);
            double[] gains = new double[nearest[i].rows().length];
            for (int place = 0; place < gains.length; place++) {
                gains[place] = similar.contains(first + nearest[i].rows()[place]) ? 1 : 0;
            }
            figures.add(gains, similar.stream().mapToDouble(product -> 1).toArray());
        }
        return figures;
    }
}
