package akin.tools.logs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A way in which shops record what happens. */
public interface LogFormat {
    /** The name after {@code --format}. */
    String name();

    /**
     * Opens files, plain or gzip, as one log in event-time order. Lines that can't be read become dead letters which name
     * file and line.
     *
     * @throws IOException when a file is missing or is of another format, saying which and what was expected
     */
    MessageIterator open(List<Path> files) throws IOException;
}
