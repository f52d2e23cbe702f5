package akin.similar.index;

/**
 * Whether a product does for another one.
 *
 * <p>A key attribute that the one has, the other has to have with the same value; where the one has none, any value does. A
 * price that is unknown, the one's or the other's, doesn't do where prices count and the one's is known.
 */
public final class PostFilter {
    private final boolean availableOnly;
    private final double priceBand;

    /**
     * @param priceBand how far the price may lie away, as a share of the query's; 0 for any distance
     */
    public PostFilter(boolean availableOnly, double priceBand) {
        this.availableOnly = availableOnly;
        this.priceBand = priceBand;
    }

    /** Returns why a product doesn't do; null when it does. */
    public Match.Reason reason(Facet query, Facet candidate) {
        if (availableOnly && !candidate.isAvailable()) {
            return Match.Reason.UNAVAILABLE;
        }
        for (int key = 0; key < query.keys().size(); key++) {
            String wanted = query.keys().get(key);
            if (wanted != null && !wanted.equals(candidate.keys().get(key))) {
                return Match.Reason.KEY_ATTRIBUTE;
            }
        }
        return isNear(query.price(), candidate.price()) ? null : Match.Reason.PRICE;
    }

    private boolean isNear(double wanted, double price) {
        if (priceBand == 0 || Double.isNaN(wanted)) {
            return true;
        }
        return price >= wanted * (1 - priceBand) && price <= wanted * (1 + priceBand);
    }
}
