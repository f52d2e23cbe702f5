package akin.similar.siamese;

import akin.models.kernel.Matrix;
import akin.similar.figures.PairFigures;
import akin.similar.pairs.Pair;
import java.util.List;

/** Validates on labelled pairs: by average precision, and the best F1 beside it. */
public record PairValidation(List<Pair> pairs) implements Validation {
    public PairValidation {
        pairs = List.copyOf(pairs);
    }

    /** Left and right of each pair. */
    @Override
    public int[] rows() {
        int[] rows = new int[2 * pairs.size()];
        for (int i = 0; i < pairs.size(); i++) {
            rows[2 * i] = pairs.get(i).left();
            rows[2 * i + 1] = pairs.get(i).right();
        }
        return rows;
    }

    @Override
    public double[] measure(Matrix embedded) {
        double[] scores = new double[pairs.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = -Training.squaredDistance(
                    embedded.values(),
                    embedded.offset(2 * i),
                    embedded.values(),
                    embedded.offset(2 * i + 1),
                    embedded.columns());
        }
        PairFigures figures = PairFigures.of(pairs, scores);
        return new double[] {figures.averagePrecision(), figures.f1At(figures.bestThreshold())};
    }

    /** Returns the precision at each similar pair, whose mean is the average precision. */
    @Override
    public double[] parts(Embeddings embeddings) {
        PairFigures figures = PairFigures.of(pairs, pair -> embeddings.score(pair.left(), pair.right()));
        return pairs.stream()
                .filter(Pair::isSimilar)
                .mapToDouble(pair -> figures.precisionFrom(embeddings.score(pair.left(), pair.right())))
                .toArray();
    }
}
