package akin.models.event;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a shopper did, as written on the wire in lower case. */
public enum EventType {
    VIEW,
    CART,
    PURCHASE,
    IMPRESSION,
    CLICK,
    REQUEST,
    /** Not of the shopper: what is remembered of the shopper is to be forgotten. */
    FORGET;

    private static final EventType[] VALUES = values();
    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** The name in messages: {@code view}, {@code cart}, … */
    public String wireName() {
        return wireName;
    }

    /** True when the shopper was at the item, so that models learn from it. */
    public boolean isVisit() {
        return this == VIEW || this == CART || this == PURCHASE;
    }

    /** The type of this wire name, or null when there is none. */
    public static EventType ofWireName(String name) {
        for (EventType type : VALUES) {
            if (type.wireName.equals(name)) {
                return type;
            }
        }
        return null;
    }

    /** Returns all names on the wire, for messages that say what is allowed. */
    public static String wireNames() {
        return Arrays.stream(VALUES).map(EventType::wireName).collect(Collectors.joining(", "));
    }

    /** The type with this ordinal, without copying the array of values. */
    public static EventType ofOrdinal(int ordinal) {
        return VALUES[ordinal];
    }
}
