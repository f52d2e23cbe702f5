package akin.models.quality;

import akin.models.event.EventType;
import java.util.Locale;

/** Which positions a figure is over. */
public enum Slice {
    ALL,
    VIEW,
    CART,
    PURCHASE,
    COLD;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** The name in {@code metrics.json}. */
    public String wireName() {
        return wireName;
    }

    /** The slice of an event type. */
    public static Slice of(EventType type) {
        return switch (type) {
            case CART -> CART;
            case PURCHASE -> PURCHASE;
            default -> VIEW;
        };
    }
}
