package akin.models.session;

/** Something (an item, an event) and when it was last seen, epoch milliseconds. */
public record Seen(String id, long timestamp) {}
