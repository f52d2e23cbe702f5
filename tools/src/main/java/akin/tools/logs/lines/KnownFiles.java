package akin.tools.logs.lines;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells files that were read before from new ones, by what they hold: a file that has grown, moved or been zipped is the
 * one that it was, another one under its name is not.
 */
public final class KnownFiles {
    private final List<ReadFile> known;
    private final Set<String> names = new HashSet<>();

    public KnownFiles(List<ReadFile> known) {
        this.known = known;
        known.forEach(file -> names.add(file.name()));
    }

    /** Finds out what was read of files; gives each a name that no other has. */
    public List<LogFile> recognise(List<Path> paths) throws IOException {
        List<LogFile> files = new ArrayList<>();
        Set<Path> real = new HashSet<>();
        for (Path path : paths) {
            LogFile.open(path).close();
            if (!real.add(path.toRealPath())) {
                throw new IOException(path + " is given twice");
            }
            files.add(recognise(path));
        }
        return files;
    }

    private LogFile recognise(Path path) throws IOException {
        Optional<ReadFile> before = Fingerprint.beginning(path, known);
        return before.isPresent()
                ? new LogFile(path, before.get().name(), before.get().bytes())
                : new LogFile(path, unused(LogFile.baseName(path)), 0);
    }

    private String unused(String name) {
        String unused = name;
        for (int number = 2; !names.add(unused); number++) {
            unused = name + "~" + number;
        }
        return unused;
    }

    /** Returns the file of this name that was read before. */
    public Optional<ReadFile> named(String name) {
        return known.stream().filter(file -> file.name().equals(name)).findFirst();
    }
}
