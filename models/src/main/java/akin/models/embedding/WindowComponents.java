package akin.models.embedding;

import akin.models.component.Component;
import akin.models.memory.Memory;

/** The learners that rank by the shopper's window. */
public final class WindowComponents {
    private WindowComponents() {}

    public static Component personalized(Memory memory, EmbeddingSettings settings, Training training) {
        return component(WindowModel.personalized(memory, settings, training.coldStart()), training);
    }

    public static Component personalizedCart(Memory memory, EmbeddingSettings settings, Training training) {
        return component(WindowModel.personalizedCart(memory, settings, training.coldStart()), training);
    }

    public static Component supervised(Memory memory, EmbeddingSettings settings, Training training) {
        return component(WindowModel.supervised(memory, settings, training.coldStart()), training);
    }

    private static Component component(WindowModel model, Training training) {
        return new LearnerComponent(training, model, new EmbeddingRankers.ByWindow(model, training.slots()));
    }
}
