package akin.similar.siamese;

import akin.models.kernel.Kernels;
import akin.models.kernel.Matrix;
import akin.similar.pairs.Pair;
import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * What a batch of pairs costs, and the gradient by their embeddings.
 *
 * @param loss of a pair
 * @param margin of all pairs, except in triplets
 * @param byMargin hears derivatives by the margin
 */
record PairCosts(PairLoss loss, double margin, DoubleConsumer byMargin) {
    /**
     * Returns the cost.
     *
     * @param embedded left and right of each pair
     * @param weight of the mean over the pairs, or over the triplets
     * @param gradient is set
     */
    double of(List<Pair> pairs, Matrix embedded, double weight, Matrix gradient) {
        gradient.zero(embedded.rows(), embedded.columns());
        double sum = 0;
        for (int i = 0; i < pairs.size(); i++) {
            double squared = squared(embedded, i);
            if (loss.isOfTriplets()) {
                double share = 2 * weight / pairs.size();
                double other = squared(embedded, i + 1);
                add(share * loss.derivative(squared, other, true), i, embedded, gradient);
                add(share * loss.byMargin(squared, other, true), ++i, embedded, gradient);
                sum += share * loss.loss(squared, other, true);
            } else {
                double share = weight / pairs.size();
                boolean isSimilar = pairs.get(i).isSimilar();
                add(share * loss.derivative(squared, margin, isSimilar), i, embedded, gradient);
                byMargin.accept(share * loss.byMargin(squared, margin, isSimilar));
                sum += share * loss.loss(squared, margin, isSimilar);
            }
        }
        return sum;
    }

    private static double squared(Matrix embedded, int i) {
        return Training.squaredDistance(
                embedded.values(),
                embedded.offset(2 * i),
                embedded.values(),
                embedded.offset(2 * i + 1),
                embedded.columns());
    }

    /** Each pair has rows of its own. */
    private static void add(double bySquared, int i, Matrix embedded, Matrix gradient) {
        int left = embedded.offset(2 * i);
        int right = embedded.offset(2 * i + 1);
        int width = embedded.columns();
        float by = (float) (2 * bySquared);
        Kernels.axpy(by, embedded.values(), left, gradient.values(), left, width);
        Kernels.axpy(-by, embedded.values(), right, gradient.values(), left, width);
        Kernels.axpy(-1, gradient.values(), left, gradient.values(), right, width);
    }
}
