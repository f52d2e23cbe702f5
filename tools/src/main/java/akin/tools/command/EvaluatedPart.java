package akin.tools.command;

import akin.models.event.Message;
import akin.tools.logs.LogProgress;
import akin.tools.logs.MessageIterator;
import akin.tools.logs.RecordedFiles;
import akin.tools.replay.DeadLetterFile;
import akin.tools.replay.Losses;
import java.io.IOException;
import java.util.function.Consumer;

/** What was read of one of the two logs of an evaluation: of train or of test. */
final class EvaluatedPart {
    private final String name;
    private long events;
    private long items;
    private long deadLetters;
    private long lines;
    private LogProgress read = LogProgress.NONE;

    EvaluatedPart(String name) {
        this.name = name;
    }

    /**
     * Reads a log to its end.
     *
     * @param before what was read before, whose files have other names than these
     */
    EvaluatedPart read(RecordedFiles log, LogProgress before, DeadLetterFile letters, Consumer<Message> to)
            throws IOException {
        try (MessageIterator messages = log.open(before.forgettingContents())) {
            while (messages.hasNext()) {
                Message message = messages.next();
                if (message instanceof Message.Unreadable unreadable) {
                    deadLetters++;
                    letters.write(unreadable.letter());
                } else {
                    events += message instanceof Message.ShopEvent ? 1 : 0;
                    items += message instanceof Message.ItemChange ? 1 : 0;
                    to.accept(message);
                }
            }
            lines += messages.lines();
            read = messages.progress().orElse(before);
        }
        return this;
    }

    String name() {
        return name;
    }

    long events() {
        return events;
    }

    long items() {
        return items;
    }

    long deadLetters() {
        return deadLetters;
    }

    LogProgress progress() {
        return read;
    }

    Losses losses() {
        return new Losses(lines, deadLetters, 0);
    }
}
