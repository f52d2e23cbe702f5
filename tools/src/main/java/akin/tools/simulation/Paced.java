package akin.tools.simulation;

import akin.models.event.Message;
import akin.tools.logs.MessageIterator;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

/** Lets events through at a pace that a person can follow and a disk can hold. */
public final class Paced implements MessageIterator {
    private final MessageIterator messages;
    private final long nanosPerEvent;

    public Paced(MessageIterator messages, double eventsPerSecond) {
        this.messages = messages;
        this.nanosPerEvent = (long) (1e9 / eventsPerSecond);
    }

    @Override
    public boolean hasNext() {
        return messages.hasNext();
    }

    @Override
    public Message next() {
        Message message = messages.next();
        if (message instanceof Message.ShopEvent) {
            LockSupport.parkNanos(nanosPerEvent);
        }
        return message;
    }

    @Override
    public void close() throws IOException {
        messages.close();
    }
}
