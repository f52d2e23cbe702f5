package akin.models.experiment;

import java.io.Serializable;
import java.util.List;

/**
 * All layers and experiments at a time; replaced as a whole.
 *
 * @param version greater than that of the definitions before
 * @param effectiveAt event time from which they hold, epoch milliseconds
 */
public record Definitions(long version, long effectiveAt, List<Layer> layers, List<Experiment> experiments)
        implements Serializable {
    /** No experiment. */
    public static final Definitions NONE = new Definitions(0, Long.MIN_VALUE, List.of(), List.of());

    /** Returns the layer of a name, or null. */
    public Layer layer(String name) {
        return layers.stream()
                .filter(layer -> layer.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Returns the experiment of an id, or null. */
    public Experiment experiment(String id) {
        return experiments.stream()
                .filter(experiment -> experiment.id().equals(id))
                .findFirst()
                .orElse(null);
    }
}
