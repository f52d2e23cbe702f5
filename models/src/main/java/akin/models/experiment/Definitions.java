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
        for (Layer layer : layers) {
            if (layer.name().equals(name)) {
                return layer;
            }
        }
        return null;
    }

    /** Returns the experiment of an id, or null. */
    public Experiment experiment(String id) {
        for (Experiment experiment : experiments) {
            if (experiment.id().equals(id)) {
                return experiment;
            }
        }
        return null;
    }
}
