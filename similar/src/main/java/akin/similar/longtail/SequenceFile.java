package akin.similar.longtail;

import akin.similar.files.TextFiles;
import akin.similar.settings.UsageException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** A file with a line per user: its id, then its items in the order of time, separated by blanks. */
final class SequenceFile {
    private long emptyLines;
    private long repeated;

    /** Adds the users of a file. An item that follows itself counts once. */
    void read(Path file, UserSequences to) throws IOException {
        try (BufferedReader lines = TextFiles.open(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                add(line.strip().split("\\s+"), to);
            }
        }
        if (to.users() == 0) {
            throw new UsageException(file + " has no line of a user id and items");
        }
    }

    private void add(String[] words, UserSequences to) {
        if (words.length < 2) {
            emptyLines++;
            return;
        }
        int[] history = new int[words.length - 1];
        int n = 0;
        for (int i = 1; i < words.length; i++) {
            int item = to.number(words[i]);
            if (n > 0 && history[n - 1] == item) {
                repeated++;
            } else {
                history[n++] = item;
            }
        }
        float[] weights = new float[n];
        Arrays.fill(weights, 1);
        to.addUser(words[0], Arrays.copyOf(history, n), weights);
    }

    /** Returns how many lines had no item. */
    long emptyLines() {
        return emptyLines;
    }

    /** Returns how often an item followed itself. */
    long repeated() {
        return repeated;
    }
}
