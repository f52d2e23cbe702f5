package akin.tools.logs;

import akin.tools.logs.lines.ReadFile;
import java.util.ArrayList;
import java.util.List;

/**
 * What earlier runs have read of logs.
 *
 * @param newest event time of the newest event, epoch milliseconds; {@code Long.MIN_VALUE} before the first
 */
public record LogProgress(List<ReadFile> files, long newest) {
    public static final LogProgress NONE = new LogProgress(List.of(), Long.MIN_VALUE);

    /** Returns the progress after some files were read, which may be longer now. */
    LogProgress after(List<ReadFile> read, long newestRead) {
        List<ReadFile> all = new ArrayList<>(files);
        for (ReadFile file : read) {
            all.removeIf(before -> before.name().equals(file.name()));
            all.add(file);
        }
        return new LogProgress(List.copyOf(all), Math.max(newest, newestRead));
    }

    /** Returns a progress by which files are given other names than those read, but none is recognised. */
    public LogProgress forgettingContents() {
        return new LogProgress(
                files.stream().map(file -> new ReadFile(file.name(), 0, "")).toList(), newest);
    }
}
