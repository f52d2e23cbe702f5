package akin.tools.replay;

import akin.jobs.wire.MessageWriter;
import akin.models.event.DeadLetter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** The {@code dead_letters.jsonl} of a folder. */
public final class DeadLetterFile implements Closeable {
    /** Its name in each folder of results. */
    public static final String NAME = "dead_letters.jsonl";

    private final MessageWriter writer = new MessageWriter();
    private final Lines lines;

    public DeadLetterFile(Path folder) throws IOException {
        lines = new Lines(folder.resolve(NAME).toString());
    }

    public void write(DeadLetter letter) throws IOException {
        lines.write(writer.deadLetter(letter));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
