package akin.tools.logs.lines;

import com.google.code.externalsorting.ExternalSort;
import com.google.code.externalsorting.StringSizeEstimator;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/**
 * Brings the lines of files into the order of time, on disk where they are too many for memory; lines of the same time
 * stay in the order of the files and of their numbers.
 */
public final class SortedLines implements Lines {
    private static final long LEAST_IN_MEMORY = 1 << 20;
    /** Share of the heap that lines may take while they are sorted. */
    private static final int SHARE = 8;

    private final SortKeys keys;
    private final long mostInMemory;
    private final List<ReadFile> files = new ArrayList<>();
    private final List<File> runs = new ArrayList<>();
    private List<String> batch = new ArrayList<>();
    private long batchSize;
    private Path folder;
    private BufferedReader merged;
    private Iterator<String> sorted;

    private SortedLines(List<LogFile> files, long mostInMemory) {
        this.keys = new SortKeys(files);
        this.mostInMemory = mostInMemory;
    }

    /** Opens the lines of a file. */
    @FunctionalInterface
    public interface Opener {
        Lines open(LogFile file) throws IOException;
    }

    /** Reads all files, and closes them. */
    public static SortedLines of(List<LogFile> files, Opener opener, Clock clock) throws IOException {
        return of(
                files,
                opener,
                clock,
                Math.max(LEAST_IN_MEMORY, Runtime.getRuntime().maxMemory() / SHARE));
    }

    /**
     * Reads all files, and closes them.
     *
     * @param mostInMemory bytes of lines that are sorted in memory at a time
     */
    static SortedLines of(List<LogFile> files, Opener opener, Clock clock, long mostInMemory) throws IOException {
        SortedLines sorted = new SortedLines(files, mostInMemory);
        try {
            for (int file = 0; file < files.size(); file++) {
                try (TimedLines lines = new TimedLines(opener.open(files.get(file)), clock)) {
                    sorted.add(file, lines);
                }
            }
            sorted.merge();
            return sorted;
        } catch (IOException | UncheckedIOException e) {
            sorted.close();
            throw e;
        }
    }

    private void add(int file, TimedLines lines) throws IOException {
        while (lines.advance()) {
            String key = keys.encode(lines.time(), file, lines.line());
            batch.add(key);
            batchSize += StringSizeEstimator.estimatedSizeOf(key);
            if (batchSize > mostInMemory) {
                spill();
            }
        }
        files.addAll(lines.files());
    }

    private void spill() throws IOException {
        if (folder == null) {
            folder = Files.createTempDirectory("akin-sort");
        }
        runs.add(ExternalSort.sortAndSave(
                batch, Comparator.naturalOrder(), StandardCharsets.UTF_8, folder.toFile(), false, false, false));
        batch = new ArrayList<>();
        batchSize = 0;
    }

    private void merge() throws IOException {
        if (runs.isEmpty()) {
            batch.sort(Comparator.naturalOrder());
            sorted = batch.iterator();
            return;
        }
        spill();
        Path whole = folder.resolve("sorted");
        ExternalSort.mergeSortedFiles(runs, whole.toFile(), Comparator.naturalOrder(), StandardCharsets.UTF_8);
        merged = Files.newBufferedReader(whole);
        sorted = merged.lines().iterator();
    }

    @Override
    public Line next() throws IOException {
        try {
            return sorted.hasNext() ? keys.decode(sorted.next()) : null;
        } catch (UncheckedIOException e) {
            throw new IOException("the sorted log in " + folder + " can't be read: " + e.getMessage(), e);
        }
    }

    @Override
    public List<ReadFile> files() {
        return List.copyOf(files);
    }

    @Override
    public void close() throws IOException {
        if (merged != null) {
            merged.close();
        }
        if (folder != null) {
            for (File run : runs) {
                Files.deleteIfExists(run.toPath());
            }
            Files.deleteIfExists(folder.resolve("sorted"));
            Files.deleteIfExists(folder);
        }
    }
}
