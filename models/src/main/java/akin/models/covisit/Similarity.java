package akin.models.covisit;

/**
 * How alike two items are by who visited them; 0 when nobody visited both, or when one has no visitors here: an item that
 * came from another shard has pairs before it has visitors.
 */
public enum Similarity {
    /** {@code |Ui ∩ Uj| / |Ui ∪ Uj|}, formula 1 of the personalized-similar-products paper. */
    JACCARD {
        @Override
        float ofVisited(double both, double one, double other) {
            return (float) (both / Math.max(both, one + other - both));
        }
    },
    /** {@code |Ui ∩ Uj| / sqrt(|Ui| |Uj|)}. */
    COSINE {
        @Override
        float ofVisited(double both, double one, double other) {
            return (float) (both / Math.sqrt(Math.max(one, both) * Math.max(other, both)));
        }
    },
    /** {@code |Ui ∩ Uj|}. */
    COUNT {
        @Override
        float ofVisited(double both, double one, double other) {
            return (float) both;
        }
    };

    /** Returns the similarity of items that {@code both} users visited, {@code one} and {@code other} users each. */
    public final float of(double both, double one, double other) {
        return both > 0 && one > 0 && other > 0 ? ofVisited(both, one, other) : 0;
    }

    abstract float ofVisited(double both, double one, double other);
}
