package akin.tools.simulation;

import akin.models.event.Message;
import akin.tools.logs.MessageIterator;
import java.io.IOException;
import java.util.NoSuchElementException;
import java.util.function.BooleanSupplier;

/** The first messages of a log, up to a number of events or until it is stopped. */
public final class Limited implements MessageIterator {
    private final MessageIterator messages;
    private final BooleanSupplier stopped;
    private long left;

    public Limited(MessageIterator messages, long events, BooleanSupplier stopped) {
        this.messages = messages;
        this.left = events;
        this.stopped = stopped;
    }

    @Override
    public boolean hasNext() {
        return left > 0 && !stopped.getAsBoolean() && messages.hasNext();
    }

    @Override
    public Message next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Message message = messages.next();
        left -= message instanceof Message.ShopEvent ? 1 : 0;
        return message;
    }

    @Override
    public void close() throws IOException {
        messages.close();
    }
}
