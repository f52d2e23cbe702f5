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

    private static Component component(WindowModel model, Training training) {
        return new LearnerComponent(training, model, new WindowRanker(model, training.slots()));
    }
}
