package akin.models.quality;

import akin.models.event.EventType;
import java.util.Locale;

/** Which positions a figure is over. */
public enum Slice {
    ALL(0),
    VIEW(1),
    CART(2),
    PURCHASE(3),
    COLD(4);

    private final int place;
    private final String wireName = name().toLowerCase(Locale.ROOT);

    /**
     * @param place in a ranker's table where its sums lie; never given to another slice
     */
    Slice(int place) {
        this.place = place;
    }

    int place() {
        return place;
    }

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
