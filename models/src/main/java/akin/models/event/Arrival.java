package akin.models.event;

/**
 * An event as it came in.
 *
 * @param at event time at its source by then, never before the event's own: later when others had overtaken it by more
 *     than is waited for
 */
public record Arrival(Event event, long at) {
    /** True when event time had passed the event before it came. */
    public boolean isLate() {
        return at > event.timestamp();
    }
}
