package akin.models.embedding;

import akin.models.memory.Memory;

/** {@link Personalized}, but what leads into the cart or to a purchase counts more (formula 9). */
final class PersonalizedCart extends WindowModel {
    static final String NAME = "personalized-cart";

    PersonalizedCart(Memory memory, EmbeddingSettings settings, ColdStart coldStart) {
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
        return batch.cartWeight(example);
    }
}
