package akin.tools.logs.lines;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Lines in some order, to be closed when done. */
public interface Lines extends Closeable {
    /** Returns the next line that isn't blank, or null at the end. */
    Line next() throws IOException;

    /** Returns what the files hold; complete when there are no more lines. */
    List<ReadFile> files();
}
