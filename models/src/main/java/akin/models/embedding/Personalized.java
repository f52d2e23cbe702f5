package akin.models.embedding;

import akin.models.memory.Memory;

/** The personalised model (formulas 6 to 8): positions of the window have weights, which are learned with the vectors. */
final class Personalized extends WindowModel {
    static final String NAME = "personalized";

    Personalized(Memory memory, EmbeddingSettings settings, ColdStart coldStart) {
        super(
                new Progress(memory, NAME),
                settings,
                Loss.SOFTMAX,
                new WindowTables(memory, NAME, settings, coldStart),
                new PositionWeights(memory, NAME + ".positions", settings.examples()),
                Biases.NONE);
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
