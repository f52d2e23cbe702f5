package akin.tools.logs;

import akin.models.event.Message;
import akin.tools.logs.lines.Line;
import akin.tools.logs.lines.LineReader;
import akin.tools.logs.lines.Lines;
import akin.tools.logs.lines.LogFile;
import akin.tools.logs.lines.MergedLines;
import akin.tools.logs.lines.SortedLines;
import akin.tools.logs.lines.UnreadableLineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;

/** The messages of a log of lines. A line that can't be used is a dead letter with its file, its number and the reason. */
final class LineLog implements MessageIterator {
    private final List<LogFile> files;
    private final LineReader reader;
    private final boolean sort;
    private final LogProgress before;
    private final Queue<Message> ready = new ArrayDeque<>();
    private Lines lines;
    private boolean isEnded;
    private long useful;
    private long newest = Long.MIN_VALUE;

    /**
     * @param sort whether the lines of the files are not in the order of time
     * @param before what earlier runs have read, which is skipped
     */
    LineLog(List<LogFile> files, LineReader reader, boolean sort, LogProgress before) {
        this.files =
                files.stream().sorted(Comparator.comparingInt(reader::order)).toList();
        this.reader = reader;
        this.sort = sort;
        this.before = before;
    }

    private Lines open() throws IOException {
        if (sort) {
            return SortedLines.of(files, reader::open, reader);
        }
        List<Lines> opened = new ArrayList<>();
        for (LogFile file : files) {
            opened.add(reader.open(file));
        }
        return opened.size() == 1 ? opened.get(0) : new MergedLines(opened, reader);
    }

    private void fill() throws IOException {
        if (lines == null) {
            lines = open();
        }
        while (ready.isEmpty() && !isEnded) {
            Line line = lines.next();
            isEnded = line == null;
            if (line != null) {
                take(line);
            }
        }
    }

    private void take(Line line) {
        if (line.isRead()) {
            reader.skip(line);
        } else if (line.fault() != null) {
            ready.add(line.refused(line.fault()));
        } else {
            try {
                reader.read(line, ready::add);
            } catch (UnreadableLineException e) {
                ready.add(line.refused(e.getMessage()));
            }
            if (ready.stream().anyMatch(message -> !(message instanceof Message.Unreadable))) {
                useful++;
            }
        }
    }

    @Override
    public long lines() {
        return useful;
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
        Message message = ready.remove();
        if (message instanceof Message.ShopEvent) {
            newest = Math.max(newest, message.timestamp());
        }
        return message;
    }

    @Override
    public Optional<LogProgress> progress() {
        return Optional.of(before.after(lines == null ? List.of() : lines.files(), newest));
    }

    @Override
    public void close() throws IOException {
        if (lines != null) {
            lines.close();
        }
    }
}
