package akin.similar.rank;

import akin.models.kernel.Matrix;
import akin.similar.siamese.Embeddings;
import akin.similar.siamese.Validation;
import java.util.HashMap;
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

    @Override
    public double measure(Embeddings embeddings) {
        return ndcg(embeddings.lefts(rows()), embeddings.rights(rows()));
    }

    private double ndcg(Matrix queries, Matrix items) {
        Map<String, Double> figures = new HashMap<>();
        rankings.figures(queries, items).addTo(figures);
        return figures.get("ndcg@10");
    }
}
