package akin.similar.rank;

import akin.models.kernel.Matrix;
import akin.similar.figures.RankingFigures;
import akin.similar.nearest.ExactSearch;
import akin.similar.nearest.Nearest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** Ranks products of a part for each of them, and measures it by gains. */
record Rankings(Gains gains, List<Integer> products) {
    /** Measures all queries. */
    RankingFigures figures(Matrix queries, Matrix items) {
        return figures(queries, items, product -> "").getOrDefault("", new RankingFigures());
    }

    /**
     * Measures queries by group.
     *
     * @param queries vectors of the part's products, in their order
     * @param items the same products as those that are looked at
     * @param group of a product
     */
    Map<String, RankingFigures> figures(Matrix queries, Matrix items, IntFunction<String> group) {
        Nearest[] nearest =
                new ExactSearch(items).search(queries, RankingFigures.DEPTH, (query, item) -> query != item);
        Map<String, RankingFigures> figures = new TreeMap<>();
        for (int i = 0; i < products.size(); i++) {
            int query = products.get(i);
            int[] found = nearest[i].rows();
            double[] ranked = new double[found.length];
            for (int place = 0; place < found.length; place++) {
                ranked[place] = gains.of(query, products.get(found[place]));
            }
            figures.computeIfAbsent(group.apply(query), name -> new RankingFigures())
                    .add(ranked, all(query));
        }
        return figures;
    }

    private double[] all(int query) {
        return products.stream()
                .filter(product -> product != query)
                .mapToDouble(product -> gains.of(query, product))
                .filter(gain -> gain > 0)
                .toArray();
    }
}
