package akin.models.event;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a shopper did, as written on the wire in lower case. */
public enum EventType {
    VIEW(0),
    CART(1),
    PURCHASE(2),
    IMPRESSION(3),
    CLICK(4),
    REQUEST(5),
    /** Not of the shopper: what is remembered of the shopper is to be forgotten. */
    FORGET(6);

    private static final EventType[] VALUES = values();
    private static final EventType[] BY_CODE = new EventType[VALUES.length];

    static {
        for (EventType type : VALUES) {
            BY_CODE[type.code] = type;
        }
    }

    private final int code;
    private final String wireName = name().toLowerCase(Locale.ROOT);

    /**
     * @param code what is persisted; never given to another type
     */
    EventType(int code) {
        this.code = code;
    }

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

    /** Returns the number that is persisted. */
    public int code() {
        return code;
    }

    /** Returns the type that was persisted as a number. */
    public static EventType ofCode(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("event type " + code + " is not known to this build");
        }
        return BY_CODE[code];
    }
}
