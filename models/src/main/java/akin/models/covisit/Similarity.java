package akin.models.covisit;

/** How alike two items are by who visited them; 0 when nobody visited both. */
public enum Similarity {
    /** {@code |Ui ∩ Uj| / |Ui ∪ Uj|}, formula 1 of the personalized-similar-products paper. */
    JACCARD {
        @Override
        public float of(double both, double one, double other) {
            return both > 0 ? (float) (both / Math.max(both, one + other - both)) : 0;
        }
    },
    /** {@code |Ui ∩ Uj| / sqrt(|Ui| |Uj|)}. */
    COSINE {
        @Override
        public float of(double both, double one, double other) {
            return both > 0 ? (float) (both / Math.sqrt(one * other)) : 0;
        }
    },
    /** {@code |Ui ∩ Uj|}. */
    COUNT {
        @Override
        public float of(double both, double one, double other) {
            return (float) both;
        }
    };

    /** Similarity of items that {@code both} users visited, {@code one} and {@code other} users each. */
    public abstract float of(double both, double one, double other);
}
