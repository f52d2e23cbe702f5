package akin.models.embedding;

import akin.models.memory.Memory;

/** Supervised item similarity: all positions of the window count alike, so that a score is a sum over pairs, and a bias. */
final class Supervised extends WindowModel {
    static final String NAME = "supervised";

    Supervised(Memory memory, EmbeddingSettings settings, ColdStart coldStart) {
        this(memory, settings, new WindowTables(memory, NAME, settings, coldStart));
    }

    private Supervised(Memory memory, EmbeddingSettings settings, WindowTables tables) {
        super(
                new Progress(memory, NAME),
                settings,
                settings.windows().supervised(),
                tables,
                new WeightedUsers(
                        tables.history(), WindowWeights.EVEN, settings.windows().scale()),
                Biases.of(tables.items()));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    float weight(Batch batch, int example) {
        return batch.weight(example);
    }
}
