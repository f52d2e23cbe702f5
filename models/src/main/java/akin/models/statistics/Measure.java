package akin.models.statistics;

/** What is counted of a user in an experiment. The order is the layout of {@link Moments}, which are persisted. */
public enum Measure {
    /** Lists that the user was shown. */
    LISTS,
    /** Clicks on listed items. */
    CLICKS,
    /** Listed items that went into the cart. */
    CARTS,
    /** Listed items that were bought. */
    PURCHASES,
    /** What the bought items were worth, in hundredths of the currency. */
    VALUE,
    /** 1 when there was a click. */
    CLICKED,
    /** 1 when a listed item went into the cart. */
    CARTED,
    /** 1 when a listed item was bought. */
    BOUGHT,
    /** What the user did before the first list: the covariate of CUPED. */
    ACTIVITY,
    /** 1 when one of these numbers was more than is counted of one user. */
    CAPPED,
    /** Of interleaved lists: clicks on items of the second ranker less those on items of the first. */
    CREDIT;

    /** How many there are. */
    public static final int COUNT = values().length;
}
