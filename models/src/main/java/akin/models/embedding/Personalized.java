package akin.models.embedding;

import akin.models.memory.Memory;

/**
 * The personalised model (formulas 6 to 8): positions of the window have weights, which are learned with the vectors. It
 * comes in two kinds, of which one counts more what leads into the cart or to a purchase (formula 9).
 */
final class Personalized extends WindowModel {
    static final String NAME = "personalized";
    static final String CART_NAME = "personalized-cart";

    private final String name;
    private final ExampleWeight weight;

    private interface ExampleWeight {
        float of(Batch batch, int example);
    }

    private Personalized(
            String name, ExampleWeight weight, Memory memory, EmbeddingSettings settings, ColdStart coldStart) {
        this(name, weight, memory, settings, new WindowTables(memory, name, settings, coldStart));
    }

    private Personalized(
            String name, ExampleWeight weight, Memory memory, EmbeddingSettings settings, WindowTables tables) {
        super(
                new Progress(memory, name),
                settings,
                Loss.SOFTMAX,
                tables,
                new WeightedUsers(
                        tables.history(),
                        new PositionWeights(memory, name + ".positions", settings.examples()),
                        settings.windows().scale()),
                Biases.NONE);
        this.name = name;
        this.weight = weight;
    }

    /** Returns the model to which all visits count alike. */
    static Personalized byVisits(Memory memory, EmbeddingSettings settings, ColdStart coldStart) {
        return new Personalized(NAME, Batch::weight, memory, settings, coldStart);
    }

    /** Returns the model to which visits that lead to carts and purchases count more. */
    static Personalized byCarts(Memory memory, EmbeddingSettings settings, ColdStart coldStart) {
        return new Personalized(CART_NAME, Batch::cartWeight, memory, settings, coldStart);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    float weight(Batch batch, int example) {
        return weight.of(batch, example);
    }
}
