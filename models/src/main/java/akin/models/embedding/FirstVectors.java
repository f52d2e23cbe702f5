package akin.models.embedding;

import akin.models.kernel.Kernels;
import akin.models.random.Hash;

/** Where the vectors of a table start: where content says, else among similar items, else anywhere; with noise. */
final class FirstVectors {
    /** Of the noise where something is known of an item. */
    private static final float LITTLE = 0.1f;

    private final Embeddings table;
    private final long seed;
    private final float noise;
    private final ColdStart coldStart;
    private final int[] similar = new int[ColdStart.MOST];
    private final float[] direction;
    private ForetoldVectors foretold;

    /**
     * @param seed of the noise
     * @param noise greatest coordinate
     * @param coldStart what finds similar items, or null: none are looked for
     */
    FirstVectors(Embeddings table, long seed, float noise, ColdStart coldStart) {
        this.table = table;
        this.seed = seed;
        this.noise = noise;
        this.coldStart = coldStart;
        direction = new float[table.dimensions()];
    }

    /** Lets vectors start where content says from now on. */
    void foretell(ForetoldVectors vectors) {
        foretold = vectors;
    }

    /** Writes the vector that starts at a slot. */
    void write(int slot, float[] page, int at) {
        boolean isForetold = foretold != null && foretold.direction(slot, direction);
        int n = isForetold || coldStart == null ? 0 : coldStart.similar(slot, table::has, similar);
        float most = isForetold || n > 0 ? LITTLE * noise : noise;
        for (int i = 0; i < direction.length; i++) {
            page[at + i] = most * Hash.symmetric(Hash.of(seed, slot, i));
        }
        if (isForetold) {
            Kernels.axpy(1, direction, 0, page, at, direction.length);
        }
        for (int i = 0; i < n; i++) {
            Kernels.axpy(1f / n, table.page(similar[i]), table.offset(similar[i]), page, at, direction.length);
        }
    }
}
