package akin.models.attribution;

import akin.models.event.EventType;

/** For how long after a list what a user does may be due to it. */
public final class Windows {
    private final long click;
    private final long cart;
    private final long purchase;
    private final long longest;
    private final long tolerance;

    public Windows(AttributionSettings settings) {
        click = settings.clickWindow().toMillis();
        cart = settings.cartWindow().toMillis();
        purchase = settings.purchaseWindow().toMillis();
        longest = settings.longestWindow();
        tolerance = settings.clockTolerance().toMillis();
    }

    /**
     * Returns whether an outcome may be due to a list of a time, as far as time goes: within the window of its type. What
     * names its list has the longest window, and may be dated a little before it.
     */
    public boolean hold(Outcome outcome, long shownAt) {
        long after = outcome.timestamp() - shownAt;
        return outcome.namesItsList()
                ? after >= -tolerance && after <= longest
                : after >= 0 && after <= of(outcome.type());
    }

    private long of(EventType type) {
        return switch (type) {
            case VIEW, CLICK -> click;
            case CART -> cart;
            case PURCHASE -> purchase;
            default -> -1;
        };
    }

    /** Returns the time before which a list is of no use any more. */
    long oldest(long now) {
        return now - longest;
    }

    /** Returns whether an outcome that waits for the list that it names is of use to none that is shown from a time on. */
    boolean isTooOld(Outcome outcome, long shownAt) {
        return outcome.timestamp() < shownAt - tolerance;
    }
}
