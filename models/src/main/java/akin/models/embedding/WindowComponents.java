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
     * Returns a source of what a learner that is on scores best.
     *
     * @param id of the component
     * @throws IllegalStateException when the learner is not on
     */
    public static Component itemsOf(
            String learner, String id, Memory memory, EmbeddingSettings settings, Training training) {
        WindowModel model = (WindowModel) training.learner(learner);
        return new ShopperItems(id, memory, settings.neighbours(), training, new WindowRanker(model, training.slots()));
    }

    private static Component component(WindowModel model, Training training) {
        return new LearnerComponent(training, model, new WindowRanker(model, training.slots()));
    }
}
