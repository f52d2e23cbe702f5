package akin.tools.logs;

import akin.tools.logs.lines.LineReader;
import akin.tools.logs.lines.LogFile;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;

/** A way in which shops record what happens. */
@FunctionalInterface
public interface LogFormat extends Serializable {
    /**
     * Looks at files and says how their lines are read.
     *
     * @param newest event time up to which earlier runs have read, {@code Long.MIN_VALUE} before the first
     * @throws IOException when a file is of another format, saying which and what was expected
     */
    LineReader reader(List<LogFile> files, long newest) throws IOException;
}
