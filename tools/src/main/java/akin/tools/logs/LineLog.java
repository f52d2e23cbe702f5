package akin.tools.logs;

import akin.models.event.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.function.Consumer;

/** A log of files read line after line, file after file. */
final class LineLog implements MessageIterator {
    private final Iterator<Path> files;
    private final LineReader reader;
    private final Queue<Message> ready = new ArrayDeque<>();
    private LogFile file;

    /** Turns lines into messages: none, one or several each. */
    interface LineReader {
        /** Begins a file; may take its first lines. */
        default void start(LogFile file) throws IOException {}

        void read(Line line, Consumer<Message> out);
    }

    /** Opens the first file at once, so that what is missing is told at once. */
    LineLog(List<Path> files, LineReader reader) throws IOException {
        for (Path path : files) {
            new LogFile(path).close();
        }
        this.files = files.iterator();
        this.reader = reader;
        nextFile();
        fill();
    }

    private boolean nextFile() throws IOException {
        close();
        file = null;
        if (files.hasNext()) {
            file = new LogFile(files.next());
            reader.start(file);
        }
        return file != null;
    }

    private void fill() throws IOException {
        while (ready.isEmpty() && file != null) {
            Line line = file.next();
            if (line == null) {
                nextFile();
            } else if (!line.text().isBlank()) {
                read(line);
            }
        }
    }

    private void read(Line line) {
        try {
            reader.read(line, ready::add);
        } catch (UnreadableLineException e) {
            ready.add(line.refused(e.getMessage()));
        }
    }

    @Override
    public boolean hasNext() {
        try {
            fill();
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
        return !ready.isEmpty();
    }

    @Override
    public Message next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
