package akin.models.embedding;

import akin.models.catalog.Catalog;
import akin.models.catalog.Items;
import akin.models.component.Component;
import akin.models.covisit.CovisitComponent;
import akin.models.memory.Memory;
import akin.models.memory.Table;
import akin.models.ranking.Ranker;
import akin.models.shard.ItemUpdate;
import akin.models.shard.Visit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Learns what the content of items foretells of their vectors, for each learner that is on, and keeps the vectors of
 * items with few visits near to that. Content is what catalogue messages say, so every shop has it.
 *
 * <p>An item that nobody visited has the foretold vector; a hand that moves over the rows, one per visit, foretells it
 * again. At the n-th visit a vector becomes {@code 1 - s} of what was learned and {@code s = (κ / (n + κ))²} of what is
 * foretold, so nothing jumps. Learners' rankers need not know: they find vectors where there were none. One more ranker
 * asks what is foretold at each ranking.
 *
 * <ul>
 *   <li>{@code foretold.hand}, ints: the row that was foretold last
 * </ul>
 */
public final class ForetoldComponent implements Component {
    public static final String ID = "foretold";

    /** Below it a vector is left alone. */
    private static final double LEAST_SHARE = 0.01;

    private final Catalog catalog;
    private final Slots slots;
    private final ForetoldSettings settings;
    private final ItemContent content;
    private final Table hand;
    private final Map<Embeddings, ForetoldVectors> byTable = new LinkedHashMap<>();
    private final Collection<ForetoldVectors> all = byTable.values();
    private final Ranker ranker;

    /**
     * @param learners all that are on: each is listed before this component
     */
    public ForetoldComponent(
            Memory memory,
            EmbeddingSettings embedding,
            ForetoldSettings settings,
            Training training,
            List<LearnerComponent> learners,
            CovisitComponent covisits) {
        this.settings = settings;
        catalog = training.catalog();
        slots = training.slots();
        content = new ItemContent(memory);
        hand = memory.table("foretold.hand", 1);
        hand.ensure(0);
        UnaryOperator<Ranker> withCovisits = one -> new WithCovisits(one, covisits.byCosine(), settings.covisits());
        for (LearnerComponent learner : learners) {
            for (Embeddings table : learner.learner().tables()) {
                byTable.put(table, new ForetoldVectors(memory, embedding, table, slots, content, settings.rate()));
            }
            learner.rankBy(withCovisits);
        }
        ranker = withCovisits.apply(ranker(
                (WindowModel) training.learner(Personalized.NAME),
                training,
                embedding.windows().scale()));
    }

    private Ranker ranker(WindowModel model, Training training, double scale) {
        return new ForetoldRanker(
                model, training, byTable.get(model.history()), byTable.get(model.items()), settings, scale);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public void loaded() {
        all.forEach(ForetoldVectors::loaded);
    }

    @Override
    public void learn(ItemUpdate update) {
        int row = catalog.items().row(update.item().itemId());
        if (row != 0 && !update.item().deleted()) {
            content.set(row, update.item());
            foretell(row);
        }
    }

    @Override
    public void learn(Visit visit) {
        foretell(next());
        int row = catalog.items().row(visit.itemId());
        int slot = slots.of(row);
        int visits = catalog.items().visits(row);
        if (row == 0 || slot == 0 || visits < settings.leastVisits()) {
            return;
        }
        double share = settings.share(visits);
        for (ForetoldVectors vectors : all) {
            vectors.learn(row, slot);
            if (share > LEAST_SHARE) {
                vectors.blend(slot, (float) share);
            }
        }
    }

    /** Moves the hand one row on. */
    private int next() {
        int row = hand.getInt(0, 0) + 1;
        row = row < catalog.items().end() ? row : 1;
        hand.setInt(0, 0, row);
        return row;
    }

    /** Lets the vectors of an item that nobody visited be what is foretold now. */
    private void foretell(int row) {
        Items items = catalog.items();
        if (!items.isListed(row) || items.visits(row) > 0 || content.count(row) == 0) {
            return;
        }
        for (ForetoldVectors vectors : all) {
            if (vectors.knows(row)) {
                vectors.foretell(slots.take(row));
            }
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
