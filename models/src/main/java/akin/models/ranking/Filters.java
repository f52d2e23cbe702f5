package akin.models.ranking;

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
    /** No filter beyond availability. */
    public static final Filters NONE = new Filters(-1, List.of(), false, false, 0);
}
