package akin.models.event;

import akin.models.catalog.Item;

/**
 * An event as it came in, or a catalogue change in its place among the events of its source.
 *
 * @param event or null
 * @param at event time at its source by then, before which everything is late; of a catalogue change its number among those of
 *     its source
 * @param item or null
 */
public record Arrival(Event event, long at, Item item) {
    public Arrival(Event event, long at) {
        this(event, at, null);
    }

    /** The {@code number}-th catalogue change of a source. */
    public static Arrival of(Item item, long number) {
        return new Arrival(null, number, item);
    }

    /** The user or item among whose arrivals the order counts. */
    public String owner() {
        return event == null ? item.itemId() : event.userId();
    }

    /** True when event time had passed the event before it came. */
    public boolean isLate() {
        return at > event.timestamp();
    }

    /** When the event counts: at its own time, or when it came if it is late. */
    public long when() {
        return Math.max(at, event.timestamp());
    }
}
