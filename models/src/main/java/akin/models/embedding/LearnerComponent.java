package akin.models.embedding;

import akin.models.catalog.Items;
import akin.models.component.Component;
import akin.models.component.Learning;
import akin.models.neighbours.Space;
import akin.models.ranking.Ranker;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A learner that {@link Training} feeds, with the ranker of its name. */
public class LearnerComponent implements Component {
    final Training training;
    private final Learner learner;
    private Ranker ranker;

    /** Adds the learner to the training. */
    LearnerComponent(Training training, Learner learner, Ranker ranker) {
        this.training = training;
        this.learner = learner;
        this.ranker = ranker;
        training.add(learner);
    }

    @Override
    public String id() {
        return learner.name();
    }

    Learner learner() {
        return learner;
    }

    /** Lets another ranker take the place of this one's. */
    void rankBy(UnaryOperator<Ranker> other) {
        ranker = other.apply(ranker);
    }

    @Override
    public List<Ranker> rankers() {
        return List.of(ranker);
    }

    @Override
    public void forget(int row) {
        int slot = training.slots().of(row);
        if (slot != 0) {
            forgetSlot(slot);
        }
    }

    /** Forgets the item at a slot. */
    void forgetSlot(int slot) {
        learner.forget(slot);
    }

    @Override
    public void adopt(Component other) {
        learner.adopt(((LearnerComponent) other).learner);
    }

    @Override
    public SortedMap<String, Space> spaces() {
        SortedMap<String, Space> spaces = new TreeMap<>();
        for (Embeddings table : learner.tables()) {
            spaces.put(
                    table.rows().name(),
                    new ItemSpace(table, training.slots(), training.catalog().items()));
        }
        return spaces;
    }

    @Override
    public Map<String, Learning> learning() {
        return Map.of(learner.name(), learner.figures());
    }

    /** The vectors of a table by the rows of their items. */
    private record ItemSpace(Embeddings table, Slots slots, Items items) implements Space {
        @Override
        public float[] page(int row) {
            return table.page(slots.of(row));
        }

        @Override
        public int offset(int row) {
            return table.offset(slots.of(row));
        }

        @Override
        public float norm(int row) {
            return table.norm(slots.of(row));
        }

        @Override
        public int dimensions() {
            return table.dimensions();
        }

        @Override
        public boolean has(int row) {
            return table.has(slots.of(row));
        }

        @Override
        public int end() {
            return items.end();
        }
    }
}
