package akin.models.catalog;

import akin.models.settings.Checks;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * What a shard remembers of its items.
 *
 * @param shownAttributes names of attributes that shoppers see and that make items similar; empty: all
 * @param maxItems ceiling on the items of one shard; beyond it the longest idle make room
 * @param idleExpiry an item that the catalogue does not list is forgotten when not visited for so long
 * @param showUnlisted whether items that never appeared in the catalogue may be recommended
 * @param newWithin an item counts as new for so long after it came into the shop
 */
public record CatalogSettings(
        List<String> shownAttributes, int maxItems, Duration idleExpiry, boolean showUnlisted, Duration newWithin)
        implements Serializable {
    public CatalogSettings {
        Checks.of("catalog")
                .range("max_items", maxItems, 1, Items.MOST_ROWS - 1)
                .positive("idle_expiry", idleExpiry)
                .notNegative("new_within", newWithin)
                .verify();
    }
}
