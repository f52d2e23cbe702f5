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
 * @param refreshBelow a list is made anew once the cosine of its row's vector with what it was then is below this
 */
public record NeighbourSettings(int exactItems, int listed, int steps, double refreshBelow) implements Serializable {
    private static final String GROUP = "embedding.neighbours";

    public NeighbourSettings {
        Checks.of(GROUP)
                .range("exact_items", exactItems, 1, 100_000)
                .range("listed", listed, 8, 1000)
                .range("steps", steps, 1, 1000)
                .range("refresh_below", refreshBelow, 0, 1)
                .verify();
    }

    /** Says that lists have so much room. */
    Setting shapeOfLists() {
        return new Setting(GROUP + ".listed", listed);
    }
}
