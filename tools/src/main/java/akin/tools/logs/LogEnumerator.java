package akin.tools.logs;

import java.util.List;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives the log to the reader that asks for it. */
final class LogEnumerator implements SplitEnumerator<LogSplit, LogSplit> {
    private static final Logger LOG = LoggerFactory.getLogger("akin.logs");

    private final SplitEnumeratorContext<LogSplit> context;
    private final boolean isRestored;
    private LogSplit split;

    LogEnumerator(SplitEnumeratorContext<LogSplit> context, LogSplit split, boolean isRestored) {
        this.context = context;
        this.split = split;
        this.isRestored = isRestored;
    }

    @Override
    public void start() {}

    @Override
    public void handleSplitRequest(int subtask, String host) {
        if (isRestored) {
            LOG.warn("the savepoint knows of no log that was read, so this one is read from its start");
        }
        context.assignSplit(split, subtask);
    }

    @Override
    public void addSplitsBack(List<LogSplit> splits, int subtask) {
        split = splits.get(0);
    }

    @Override
    public void addReader(int subtask) {}

    @Override
    public LogSplit snapshotState(long checkpoint) {
        return split;
    }

    @Override
    public void close() {}
}
