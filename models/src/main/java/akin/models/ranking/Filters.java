package akin.models.ranking;

import akin.models.settings.Checks;
import java.io.Serializable;
import java.util.List;

/**
 * What a placement must not show. The anchor itself and unavailable or deleted items are never shown.
 *
 * @param categoryLevels how many levels above the anchor's leaf category may be shared: 0 the same leaf, -1 any category
 * @param matching names of attributes ({@code brand} among them) that must have the anchor's value, where it has one
 * @param hideBought whether items that the shopper bought are left out
 * @param hideSeen whether items that the shopper visited are left out
 * @param priceBand greatest relative difference to the anchor's price, 0.5 = ±50 %; 0: any price
 */
public record Filters(int categoryLevels, List<String> matching, boolean hideBought, boolean hideSeen, double priceBand)
        implements Serializable {
    private static final int ANY_CATEGORY = -1;

    /** No filter beyond availability. */
    public static final Filters NONE = new Filters(ANY_CATEGORY, List.of(), false, false, 0);

    public Filters {
        Checks.ofPart()
                .require(
                        categoryLevels >= ANY_CATEGORY && categoryLevels <= 16,
                        "category_levels",
                        categoryLevels,
                        "any, or a whole number from 0 to 16")
                .range("price_band", priceBand, 0, 100)
                .verify();
    }

    /** Returns true when candidates have to be like the anchor in some way. */
    public boolean compareWithAnchor() {
        return categoryLevels != ANY_CATEGORY || !matching.isEmpty() || priceBand != 0;
    }
}
