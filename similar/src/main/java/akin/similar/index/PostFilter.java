package akin.similar.index;

/**
 * Says whether a product may stand for another. A candidate has every key attribute of the query with the same value; a key
 * that the query lacks allows any value. Where a price band is set and the query's price is known, a candidate of unknown
 * price is refused.
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
