package akin.tools.logs;

import akin.models.event.Event;
import akin.models.event.Message;
import java.io.Closeable;
import java.io.IOException;

/** Reads a log from where it was left, and knows how far it has come. */
final class LogReading implements Closeable {
    private final MessageLog log;
    private final LogProgress before;
    private final MessageIterator messages;
    private final long linesBefore;
    private long count;
    private long check;
    private boolean isEnded;

    /**
     * @throws IOException when the log doesn't begin with what was read of it
     */
    LogReading(LogSplit split) throws IOException {
        log = split.log();
        before = split.before();
        messages = log.open(before);
        while (count < split.messages() && messages.hasNext()) {
            take();
        }
        linesBefore = messages.lines();
        boolean isKnown = count == split.messages() && (split.check() == 0 || split.check() == check);
        if (!isKnown) {
            messages.close();
            throw new IOException(
                    "the log doesn't begin with the " + split.messages()
                            + " messages that were read of it up to the savepoint: give the log as it was, which may have grown");
        }
    }

    private Message take() {
        Message message = messages.next();
        count++;
        check = 31 * check + contents(message);
        return message;
    }

    /** Names of files, which may change, are no part of it. */
    private static long contents(Message message) {
        if (message instanceof Message.ShopEvent happened) {
            Event event = happened.event();
            return event.timestamp()
                    ^ 31L * event.userId().hashCode()
                    ^ event.itemId().hashCode();
        }
        if (message instanceof Message.ItemChange change) {
            return change.timestamp() ^ change.item().itemId().hashCode();
        }
        return message instanceof Message.Unreadable unreadable
                ? unreadable.letter().reason().hashCode()
                : 0;
    }

    /** Returns the next message, a {@link Message.End} with the lines since the start of this reading, and null behind it. */
    Message next() {
        if (isEnded) {
            return null;
        }
        if (messages.hasNext()) {
            return take();
        }
        isEnded = true;
        return new Message.End(Message.ONLY, messages.lines() - linesBefore);
    }

    /** Returns what a later run needs to go on from here. */
    LogSplit split() {
        LogSplit halfway = new LogSplit(log, before, count, check);
        return isEnded
                ? messages.progress()
                        .map(whole -> new LogSplit(log, whole, 0, 0))
                        .orElse(halfway)
                : halfway;
    }

    @Override
    public void close() throws IOException {
        messages.close();
    }
}
