package akin.models.embedding;

import java.io.Serializable;

/**
 * Which items a batch's examples are learned against.
 *
 * @param count how many are drawn
 * @param by how often each is drawn
 */
public record NegativeSettings(int count, By by) implements Serializable {
    /** How often an item is drawn. */
    public enum By {
        /** All items alike. */
        UNIFORM,
        /** As often as it was visited of late, with the logQ correction. */
        POPULARITY
    }
}
