package akin.models.als;

import akin.models.kernel.Matrix;
import akin.models.random.Hash;

/** What vectors start with: draws by hash, but zeros for what has no interactions, so that it pushes nothing away. */
public final class FirstVectors {
    private FirstVectors() {}

    /**
     * Returns the first vectors of all rows.
     *
     * @param side {@code rows} or {@code columns}
     */
    public static Matrix of(AlsSettings settings, Interactions interactions, String side) {
        Matrix vectors = new Matrix();
        vectors.zero(interactions.rows(), settings.rank());
        long seed = Hash.seed(settings.seed(), "als." + side);
        float scale = (float) (1 / Math.sqrt(settings.rank()));
        for (int row = 0; row < interactions.rows(); row++) {
            int at = vectors.offset(row);
            for (int i = at; i < at + settings.rank() && interactions.degree(row) > 0; i++) {
                vectors.values()[i] = scale * Hash.symmetric(Hash.of(seed, 0, i));
            }
        }
        return vectors;
    }
}
