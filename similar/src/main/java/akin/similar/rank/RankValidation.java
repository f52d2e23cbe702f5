package akin.similar.rank;

import akin.models.kernel.Matrix;
import akin.similar.figures.RankingFigures;
import akin.similar.siamese.Embeddings;
import akin.similar.siamese.Validation;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Validates by NDCG@10 over the products of a part. */
record RankValidation(Rankings rankings) implements Validation {
    @Override
    public int[] rows() {
        return rankings.products().stream().mapToInt(product -> product).toArray();
    }

    @Override
    public double[] measure(Matrix embedded) {
        return new double[] {ndcg(embedded, embedded)};
    }

    /** Returns NDCG@10 of each product that has similar ones, by the number of the product. */
    @Override
    public double[] parts(Embeddings embeddings) {
        return rankings
                .figures(
                        embeddings.lefts(rows()),
                        embeddings.rights(rows()),
                        product -> String.format(Locale.ROOT, "%010d", product))
                .values()
                .stream()
                .filter(figures -> figures.queries() > 0)
                .mapToDouble(RankValidation::ndcg)
                .toArray();
    }

    private double ndcg(Matrix queries, Matrix items) {
        return ndcg(rankings.figures(queries, items));
    }

    private static double ndcg(RankingFigures of) {
        Map<String, Double> figures = new HashMap<>();
        of.addTo(figures);
        return figures.get("ndcg@10");
    }
}
