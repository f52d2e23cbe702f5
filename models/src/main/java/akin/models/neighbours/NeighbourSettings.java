package akin.models.neighbours;

import akin.models.settings.Checks;
import java.io.Serializable;

/**
 * How the nearest items are found.
 *
 * @param cell most items in a cell
 * @param lookedAt items that a search from an item looks at
 * @param lookedAtByShopper items that a search from a shopper's vector looks at
 */
public record NeighbourSettings(int cell, int lookedAt, int lookedAtByShopper) implements Serializable {
    public NeighbourSettings {
        Checks.of("embedding.neighbours")
                .range("cell", cell, 8, 65_536)
                .range("looked_at", lookedAt, 1, 1_000_000)
                .range("looked_at_by_shopper", lookedAtByShopper, 1, 1_000_000)
                .verify();
    }
}
