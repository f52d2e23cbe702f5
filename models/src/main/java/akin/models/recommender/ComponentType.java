package akin.models.recommender;

import akin.models.component.Component;
import java.io.Serializable;
import java.util.List;

/**
 * A kind of component: what it is called and brings, and how it is made.
 *
 * @param id of the component
 * @param sources names of its sources
 * @param rankers names of its rankers
 */
public record ComponentType(String id, List<String> sources, List<String> rankers, Maker maker)
        implements Serializable {
    /** Makes a component of a shard. */
    @FunctionalInterface
    public interface Maker extends Serializable {
        Component make(Parts parts);
    }
}
