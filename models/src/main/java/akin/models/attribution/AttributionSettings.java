package akin.models.attribution;

import akin.models.settings.Checks;
import java.io.Serializable;
import java.time.Duration;

/**
 * What counts as an outcome of a list.
 *
 * @param byImpression whether a list counts from its impression event on; else from when it was ranked
 * @param clickWindow so long after a list a view of a listed item counts as a click
 * @param cartWindow the same for carts
 * @param purchaseWindow the same for purchases
 * @param clockTolerance an outcome that names its list may be dated so much earlier than it
 * @param lists most lists remembered of a user
 * @param userExpiry a user who is in no experiment is forgotten when not seen for so long
 * @param mostLists most lists that count of one user and experiment
 * @param mostOutcomes most clicks, carts and purchases, each
 * @param mostValue greatest value of what one user bought
 */
public record AttributionSettings(
        boolean byImpression,
        Duration clickWindow,
        Duration cartWindow,
        Duration purchaseWindow,
        Duration clockTolerance,
        int lists,
        Duration userExpiry,
        int mostLists,
        int mostOutcomes,
        int mostValue)
        implements Serializable {
    private static final String GROUP = "experiments";

    public AttributionSettings {
        Checks.of(GROUP)
                .positive("click_window", clickWindow)
                .positive("cart_window", cartWindow)
                .positive("purchase_window", purchaseWindow)
                .range("clock_tolerance", clockTolerance, Duration.ZERO, Duration.ofHours(1))
                .range("lists", lists, 1, 1000)
                .positive("user_expiry", userExpiry)
                .range("most_lists", mostLists, 1, 100_000)
                .range("most_outcomes", mostOutcomes, 1, 100_000)
                .range("most_value", mostValue, 1, 10_000)
                .verify();
    }

    /** Returns the longest time after a list that anything counts. */
    public long longestWindow() {
        return Math.max(clickWindow.toMillis(), Math.max(cartWindow.toMillis(), purchaseWindow.toMillis()));
    }
}
