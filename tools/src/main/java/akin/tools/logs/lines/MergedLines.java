package akin.tools.logs.lines;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Merges files, each of which is in the order of time; lines of the same time stay in the order of the files. */
public final class MergedLines implements Lines {
    private final List<TimedLines> files = new ArrayList<>();
    private final PriorityQueue<Integer> heads = new PriorityQueue<>(
            Comparator.<Integer>comparingLong(file -> files.get(file).time()).thenComparing(file -> file));
    private Integer last;

    public MergedLines(List<? extends Lines> files, Clock clock) throws IOException {
        for (Lines lines : files) {
            this.files.add(new TimedLines(lines, clock));
            advance(this.files.size() - 1);
        }
    }

    private void advance(int file) throws IOException {
        if (files.get(file).advance()) {
            heads.add(file);
        }
    }

    @Override
    public Line next() throws IOException {
        if (last != null) {
            advance(last);
        }
        last = heads.poll();
        return last == null ? null : files.get(last).line();
    }

    @Override
    public List<ReadFile> files() {
        return files.stream().flatMap(lines -> lines.files().stream()).toList();
    }

    @Override
    public void close() throws IOException {
        for (TimedLines lines : files) {
            lines.close();
        }
    }
}
