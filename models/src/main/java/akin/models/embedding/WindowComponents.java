package akin.models.embedding;

import akin.models.component.Component;
import akin.models.memory.Memory;

/** The learners that rank by the shopper's window. */
public final class WindowComponents {
    private WindowComponents() {}

    public static Component personalized(Memory memory, EmbeddingSettings settings, Training training) {
        return component(Personalized.byVisits(memory, settings, training.coldStart()), training);
    }

    public static Component personalizedCart(Memory memory, EmbeddingSettings settings, Training training) {
        return component(Personalized.byCarts(memory, settings, training.coldStart()), training);
    }

    public static Component supervised(Memory memory, EmbeddingSettings settings, Training training) {
        Supervised model = new Supervised(memory, settings, training.coldStart());
        return new LearnerComponent(training, model, new SupervisedRanker(model, training.slots()));
    }

    public static Component stamp(Memory memory, EmbeddingSettings settings, Training training) {
        return component(EncoderModel.stamp(memory, settings, training.coldStart()), training);
    }

    public static Component narm(Memory memory, EmbeddingSettings settings, Training training) {
        return component(EncoderModel.narm(memory, settings, training.coldStart()), training);
    }

    /**
     * Returns a source of what {@code personalized} scores best.
     *
     * @throws IllegalStateException when that learner is not on
     */
    public static Component personalizedItems(Memory memory, EmbeddingSettings settings, Training training) {
        WindowModel model = (WindowModel) training.learner("personalized");
        WindowRanker ranker = new WindowRanker(model, training.slots());
        return new ShopperItems("personalized-items", memory, settings.neighbours(), training, ranker);
    }

    private static Component component(WindowModel model, Training training) {
        return new LearnerComponent(training, model, new WindowRanker(model, training.slots()));
    }
}
