package akin.tools.logs.lines;

import akin.models.event.DeadLetter;
import akin.models.event.Message;

/**
 * A line of a file, or several that a line break in quotes joins.
 *
 * @param number of the first line, from 1
 * @param end of the text in the file, in unzipped bytes from its start
 * @param fault why the text can't be used, or null
 */
public record Line(LogFile file, long number, long end, String text, String fault) {
    /** Names an event after its line: the same for a file and its gzip. */
    public String eventId() {
        return file.name() + ":" + number;
    }

    /** Returns where the line stands, for people. */
    public String origin() {
        return file.path() + ":" + number;
    }

    /** Returns whether an earlier run has read the line. */
    public boolean isRead() {
        return end <= file.bytesRead();
    }

    public Message refused(String reason) {
        return Message.of(DeadLetter.of(origin(), reason, text));
    }

    /** Returns this line and the next one as one. */
    Line join(Line next) {
        return new Line(file, number, next.end, text + "\n" + next.text, fault == null ? next.fault : fault);
    }
}
