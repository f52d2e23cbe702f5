package akin.tools.logs;

import org.apache.flink.api.connector.source.SourceSplit;

/**
 * A log and how far it was read: the only split of a {@link LogSource}.
 *
 * @param before what earlier runs have read of logs
 * @param messages number of messages read since
 * @param check of these messages, by which they are known again; 0 when it wasn't noted
 */
record LogSplit(MessageLog log, LogProgress before, long messages, long check) implements SourceSplit {
    static LogSplit of(MessageLog log) {
        return new LogSplit(log, LogProgress.NONE, 0, 0);
    }

    @Override
    public String splitId() {
        return "log";
    }
}
