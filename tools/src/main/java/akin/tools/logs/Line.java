package akin.tools.logs;

import akin.models.event.DeadLetter;
import akin.models.event.Message;

/** One line of a file. */
record Line(String file, String baseName, long number, String text) {
    /** Names an event after its line: the same for a file and its gzip. */
    String eventId() {
        return baseName + ":" + number;
    }

    Message refused(String reason) {
        return Message.of(DeadLetter.of(file + ":" + number, reason, text));
    }
}
