package akin.tools.logs;

import java.util.List;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;

/** Gives the log to the reader that asks for it. */
final class LogEnumerator implements SplitEnumerator<LogSplit, LogSplit> {
    private final SplitEnumeratorContext<LogSplit> context;
    private LogSplit split;

    LogEnumerator(SplitEnumeratorContext<LogSplit> context, LogSplit split) {
        this.context = context;
        this.split = split;
    }

    @Override
    public void start() {}

    @Override
    public void handleSplitRequest(int subtask, String host) {
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
