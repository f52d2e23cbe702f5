package akin.models.embedding;

import akin.models.catalog.Catalog;
import akin.models.component.Component;
import akin.models.covisit.Covisits;
import akin.models.memory.Memory;
import akin.models.ranking.Ranker;
import akin.models.shard.ItemUpdate;
import akin.models.shard.Visit;
import java.util.List;

/**
 * Learns what the content of items foretells of their vectors in the personalized model, and ranks by both and by
 * co-visits. Content is what catalogue messages say, so every shop has it.
 */
public final class ForetoldComponent implements Component {
    public static final String ID = "foretold";

    private final Catalog catalog;
    private final ForetoldSettings settings;
    private final WindowModel model;
    private final Slots slots;
    private final ItemContent content;
    private final ForetoldVectors items;
    private final ForetoldVectors history;
    private final ForetoldRanker ranker;

    public ForetoldComponent(
            Memory memory,
            EmbeddingSettings embedding,
            ForetoldSettings settings,
            LearnerComponent personalized,
            Covisits covisits) {
        this.settings = settings;
        catalog = personalized.training.catalog();
        model = (WindowModel) personalized.learner();
        slots = personalized.training.slots();
        content = new ItemContent(memory);
        items = new ForetoldVectors(memory, "items", embedding, content, settings.rate());
        history = model.history() == model.items()
                ? items
                : new ForetoldVectors(memory, "history", embedding, content, settings.rate());
        ranker = new ForetoldRanker(
                model,
                personalized.training,
                covisits,
                history,
                items,
                settings,
                embedding.windows().scale());
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public void learn(ItemUpdate update) {
        int row = catalog.items().row(update.item().itemId());
        if (row != 0 && !update.item().deleted()) {
            content.set(row, update.item());
        }
    }

    @Override
    public void learn(Visit visit) {
        int row = catalog.items().row(visit.itemId());
        int slot = slots.of(row);
        if (row == 0 || slot == 0 || catalog.items().visits(row) < settings.leastVisits()) {
            return;
        }
        learn(items, model.items(), row, slot);
        if (history != items) {
            learn(history, model.history(), row, slot);
        }
    }

    private static void learn(ForetoldVectors foretold, Embeddings table, int row, int slot) {
        if (table.has(slot)) {
            foretold.learn(row, table.page(slot), table.offset(slot), table.length(slot));
        }
    }

    @Override
    public void forget(int row) {
        content.clear(row);
    }

    @Override
    public List<Ranker> rankers() {
        return List.of(ranker);
    }
}
