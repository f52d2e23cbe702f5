package akin.models.embedding;

import akin.models.memory.Memory;
import akin.models.memory.Setting;
import java.util.List;

/** The vectors of what was visited and of what is scored, with a batch's gradients: two tables, or one that is both. */
final class WindowTables {
    private static final float NOISE = 0.3f;

    private final Embeddings history;
    private final Embeddings items;
    private final Gradients historyGradients;
    private final Gradients itemGradients;

    WindowTables(Memory memory, String learner, EmbeddingSettings settings, ColdStart coldStart) {
        Setting shape = settings.windows().shapeOfTables();
        items = new Embeddings(memory, learner + ".items", settings, NOISE, coldStart, shape);
        itemGradients = new Gradients(settings.dimensions());
        if (settings.windows().sharedTable()) {
            history = items;
            historyGradients = itemGradients;
        } else {
            history = new Embeddings(memory, learner + ".history", settings, NOISE, coldStart, shape);
            historyGradients = new Gradients(settings.dimensions());
        }
    }

    private boolean isOne() {
        return history == items;
    }

    /** Returns the vectors of what was visited. */
    Embeddings history() {
        return history;
    }

    /** Returns the vectors of what is scored. */
    Embeddings items() {
        return items;
    }

    Gradients historyGradients() {
        return historyGradients;
    }

    Gradients itemGradients() {
        return itemGradients;
    }

    List<Embeddings> all() {
        return isOne() ? List.of(items) : List.of(history, items);
    }

    /** Starts the gradients of another batch. */
    void clearGradients() {
        historyGradients.clear();
        itemGradients.clear();
    }

    /** Takes one step along the gradients. */
    void step() {
        items.step(itemGradients);
        if (!isOne()) {
            history.step(historyGradients);
        }
    }

    /** Returns how many rows' gradients were refused since the start. */
    long refused() {
        return all().stream().mapToLong(Embeddings::refused).sum();
    }

    void adopt(WindowTables before) {
        Projection projection = Projection.of(items.dimensions(), before.history, before.items);
        items.adopt(before.items, projection, isOne() ? NOISE / 10 : 0);
        if (!isOne()) {
            history.adopt(before.history, projection, NOISE);
        }
    }

    void forget(int slot) {
        all().forEach(table -> table.forget(slot));
    }
}
