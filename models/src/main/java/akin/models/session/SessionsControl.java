package akin.models.session;

import akin.models.experiment.Definitions;
import akin.models.shard.ItemUpdate;

/**
 * What all subtasks of the sessions have to know; one of the two.
 *
 * @param item a catalogue change, which tells the item's shard; or null
 * @param experiments who gets which ranking from some time on; or null
 */
public record SessionsControl(ItemUpdate item, Definitions experiments) {
    /** Where an item is. */
    public static SessionsControl of(ItemUpdate item) {
        return new SessionsControl(item, null);
    }

    /** What experiments there are. */
    public static SessionsControl of(Definitions experiments) {
        return new SessionsControl(null, experiments);
    }
}
