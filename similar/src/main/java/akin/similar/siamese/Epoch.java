package akin.similar.siamese;

/**
 * A point of the learning curves.
 *
 * @param loss mean over the training pairs while they were learned
 * @param figure on validation data, by which the best epoch is chosen: average precision of pairs, or NDCG@10
 * @param f1 the best on validation pairs; 0 where there are none
 */
public record Epoch(int epoch, double loss, double figure, double f1) {}
