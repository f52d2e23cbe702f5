package akin.models.attribution;

import akin.models.event.EventType;
import akin.models.statistics.Measure;

/** Kinds of outcomes, each of which a place of a list counts for once. */
enum OutcomeKind {
    CLICK(Shown.CLICKED, Measure.CLICKS),
    CART(Shown.CARTED, Measure.CARTS),
    PURCHASE(Shown.BOUGHT, Measure.PURCHASES);

    private final int flag;
    private final Measure measure;

    OutcomeKind(int flag, Measure measure) {
        this.flag = flag;
        this.measure = measure;
    }

    /** Returns the kind of an event: a view of a listed item is a click. */
    static OutcomeKind of(EventType type) {
        return switch (type) {
            case CART -> CART;
            case PURCHASE -> PURCHASE;
            default -> CLICK;
        };
    }

    int flag() {
        return flag;
    }

    Measure measure() {
        return measure;
    }
}
