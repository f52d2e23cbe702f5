package akin.tools.export;

import java.io.Closeable;
import java.io.IOException;

/** A file that takes rows, one record each. */
public interface RowFile<T> extends Closeable {
    void write(T row) throws IOException;
}
