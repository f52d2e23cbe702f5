package akin.models.neighbours;

import akin.models.memory.Setting;
import akin.models.settings.Checks;
import java.io.Serializable;

/**
 * How the nearest items are found.
 *
 * @param exactItems up to so many rows, each is looked at; among more, lists are followed
 * @param listed most rows listed per row
 * @param steps most lists that one search follows
 * @param refresh a list is made anew when its row was learned 1, 2, 4, 8, … times, each time that this divides, and when
 *     the row has moved away from it
 */
public record NeighbourSettings(int exactItems, int listed, int steps, int refresh) implements Serializable {
    private static final String GROUP = "embedding.neighbours";

    public NeighbourSettings {
        Checks.of(GROUP)
                .range("exact_items", exactItems, 1, 100_000)
                .range("listed", listed, 8, 1000)
                .range("steps", steps, 1, 1000)
                .range("refresh", refresh, 1, 1_000_000)
                .verify();
    }

    /** Says that lists have so much room. */
    Setting shapeOfLists() {
        return new Setting(GROUP + ".listed", listed);
    }
}
