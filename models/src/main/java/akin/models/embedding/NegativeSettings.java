package akin.models.embedding;

import akin.models.settings.Checks;
import java.io.Serializable;

/**
 * Which items a batch's examples are learned against.
 *
 * @param count how many are drawn; without any, what is visited is learned as it comes and nothing is pushed away
 * @param by how often each is drawn
 */
public record NegativeSettings(int count, By by) implements Serializable {
    public NegativeSettings {
        Checks.of("embedding").range("negatives", count, 0, 1024).verify();
    }

    /** How often an item is drawn. */
    public enum By {
        /** All items alike. */
        UNIFORM,
        /** As often as it was visited of late, with the logQ correction. */
        POPULARITY
    }
}
