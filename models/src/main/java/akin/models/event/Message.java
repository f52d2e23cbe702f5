package akin.models.event;

import akin.models.catalog.Item;

/** One message of a log or topic after reading. */
public sealed interface Message {
    /** The name of the partition where there is only one. */
    String ONLY = "";

    /** Says that a log without partitions has been read to its end. */
    Message END = new End(ONLY, 0);

    /** Returns the name of the partition that it came from, empty where there is only one. */
    String source();

    /** Returns the event time of an event or catalogue change; {@code Long.MIN_VALUE} for what has none. */
    long timestamp();

    /** Returns the same as one that came from a partition. */
    Message from(String partition);

    /** What happened in the shop. */
    record ShopEvent(Event event, String source) implements Message {
        @Override
        public long timestamp() {
            return event.timestamp();
        }

        @Override
        public Message from(String partition) {
            return new ShopEvent(event, partition);
        }
    }

    /** What the catalogue says of an item from some time on. */
    record ItemChange(Item item, String source) implements Message {
        @Override
        public long timestamp() {
            return item.timestamp();
        }

        @Override
        public Message from(String partition) {
            return new ItemChange(item, partition);
        }
    }

    /** What could not be used. */
    record Unreadable(DeadLetter letter, String source) implements Message {
        @Override
        public long timestamp() {
            return Long.MIN_VALUE;
        }

        @Override
        public Message from(String partition) {
            return new Unreadable(letter, partition);
        }
    }

    /**
     * Says that a log has been read to its end.
     *
     * @param lines how many of its lines were of use, 0 where it has none
     */
    record End(String source, long lines) implements Message {
        @Override
        public long timestamp() {
            return Long.MIN_VALUE;
        }

        @Override
        public Message from(String partition) {
            return new End(partition, lines);
        }
    }

    /**
     * Says that all has come that a partition held at some time.
     *
     * @param until the time, epoch milliseconds
     * @param isQuiet whether nothing came for a while before it
     */
    record CaughtUp(String source, long until, boolean isQuiet) implements Message {
        @Override
        public long timestamp() {
            return Long.MIN_VALUE;
        }

        @Override
        public Message from(String partition) {
            return new CaughtUp(partition, until, isQuiet);
        }
    }

    /** Says that nothing is to be expected of a partition for now: it can't be reached. */
    record Away(String source) implements Message {
        @Override
        public long timestamp() {
            return Long.MIN_VALUE;
        }

        @Override
        public Message from(String partition) {
            return new Away(partition);
        }
    }

    static Message of(Event event) {
        return new ShopEvent(event, ONLY);
    }

    static Message of(Item item) {
        return new ItemChange(item, ONLY);
    }

    static Message of(DeadLetter letter) {
        return new Unreadable(letter, ONLY);
    }
}
