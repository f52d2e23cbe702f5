package akin.similar.workflow;

/**
 * A row of the published table.
 *
 * @param rank from 1 on
 */
public record SimilarRow(String itemId, int rank, String similarId, float score) {}
