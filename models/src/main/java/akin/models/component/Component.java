package akin.models.component;

import akin.models.neighbours.Space;
import akin.models.ranking.Ranker;
import akin.models.ranking.Source;
import akin.models.shard.Enhancement;
import akin.models.shard.ItemUpdate;
import akin.models.shard.Visit;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A part of a shard's recommender. It remembers something in tables of its own, and may learn, name candidates, rank
 * them, and show what it knows. What it remembers is a function of what it learned, in that order.
 */
public interface Component {
    /** The name, for ever: it is persisted, and never given to another component. Names of tables start with it or are listed by it. */
    String id();

    /** Learns a visit; the visited item is known to the catalogue by then when the visit is at its item. */
    default void learn(Visit visit) {}

    /** Learns a catalogue change, which the catalogue has taken over by then. */
    default void learn(ItemUpdate update) {}

    /** Gives an earlier visit the weight that it lacked. */
    default void learn(Enhancement news) {}

    /** Lets event time go on: what waits for a time up to {@code timestamp} is learned. */
    default void advance(long timestamp) {}

    /** Forgets the item of a row, which another item may have soon. Components that build on others are told first. */
    default void forget(int row) {}

    /**
     * Takes over what the component of the same id remembers under other settings, as far as there is room for it here.
     * This one is new but for the tables that have the same shape here and there: these are taken over by then.
     */
    default void adopt(Component other) {}

    /** Rebuilds what is derived from memory, after memory was loaded or adopted. */
    default void loaded() {}

    /** The sources that this component is or has. */
    default List<Source> sources() {
        return List.of();
    }

    /** The rankers that this component brings. */
    default List<Ranker> rankers() {
        return List.of();
    }

    /** What learns from pools here. */
    default List<PoolLearner> poolLearners() {
        return List.of();
    }

    /** The spaces that this component learns, by the name of the table; rows are those of the items. */
    default SortedMap<String, Space> spaces() {
        return new TreeMap<>();
    }

    /** How learning goes, by the learner's name. */
    default Map<String, Learning> learning() {
        return Map.of();
    }

    /** Other figures by name, such as the recall of an index. */
    default Map<String, Double> gauges() {
        return Map.of();
    }

    /** A map of the items in a space of this component, or null. */
    default ItemMap map() {
        return null;
    }
}
