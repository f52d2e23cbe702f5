package akin.tools.logs;

import akin.models.event.Message;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.lib.util.IteratorSourceEnumerator;
import org.apache.flink.api.connector.source.lib.util.IteratorSourceReader;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Reads a log in its own order, on one subtask; a restored job goes on where it was. */
public final class LogSource implements Source<Message, LogSplit, Collection<LogSplit>> {
    private final MessageLog log;
    private final long latest;
    private final boolean staysOpen;

    /**
     * @param latest the latest time an event may be dated, epoch milliseconds
     * @param staysOpen whether the source waits at the log's end, for a savepoint to be taken, rather than finishing
     */
    public LogSource(MessageLog log, long latest, boolean staysOpen) {
        this.log = log;
        this.latest = latest;
        this.staysOpen = staysOpen;
    }

    @Override
    public Boundedness getBoundedness() {
        return staysOpen ? Boundedness.CONTINUOUS_UNBOUNDED : Boundedness.BOUNDED;
    }

    @Override
    public SourceReader<Message, LogSplit> createReader(SourceReaderContext context) {
        return new IteratorSourceReader<>(context);
    }

    @Override
    public SplitEnumerator<LogSplit, Collection<LogSplit>> createEnumerator(SplitEnumeratorContext<LogSplit> context) {
        return restoreEnumerator(context, List.of(new LogSplit(log, latest, 0)));
    }

    @Override
    public SplitEnumerator<LogSplit, Collection<LogSplit>> restoreEnumerator(
            SplitEnumeratorContext<LogSplit> context, Collection<LogSplit> remaining) {
        return staysOpen ? new OpenEnded(context, remaining) : new IteratorSourceEnumerator<>(context, remaining);
    }

    @Override
    public SimpleVersionedSerializer<LogSplit> getSplitSerializer() {
        return new LogSplitSerializer(log, latest);
    }

    @Override
    public SimpleVersionedSerializer<Collection<LogSplit>> getEnumeratorCheckpointSerializer() {
        return new LogSplitSerializer.OfAll(new LogSplitSerializer(log, latest));
    }

    /** Never says that there are no more splits. */
    private static final class OpenEnded extends IteratorSourceEnumerator<LogSplit> {
        private boolean any;

        OpenEnded(SplitEnumeratorContext<LogSplit> context, Collection<LogSplit> remaining) {
            super(context, remaining);
            any = !remaining.isEmpty();
        }

        @Override
        public void handleSplitRequest(int subtask, String host) {
            if (any) {
                any = false;
                super.handleSplitRequest(subtask, host);
            }
        }

        @Override
        public void addSplitsBack(List<LogSplit> splits, int subtask) {
            any = true;
            super.addSplitsBack(splits, subtask);
        }
    }
}
