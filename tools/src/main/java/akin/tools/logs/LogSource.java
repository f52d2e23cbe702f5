package akin.tools.logs;

import akin.models.event.Message;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Reads a log in its own order, on one subtask; a restored job goes on where it was. */
public final class LogSource implements Source<Message, LogSplit, LogSplit> {
    private final MessageLog log;
    private final boolean staysOpen;
    private final boolean isRestored;

    /**
     * @param isRestored whether the job starts from a savepoint
     * @param staysOpen whether the source waits at the log's end, for a savepoint to be taken, rather than finishing
     */
    public LogSource(MessageLog log, boolean isRestored, boolean staysOpen) {
        this.log = log;
        this.staysOpen = staysOpen;
        this.isRestored = isRestored;
    }

    @Override
    public Boundedness getBoundedness() {
        return staysOpen ? Boundedness.CONTINUOUS_UNBOUNDED : Boundedness.BOUNDED;
    }

    @Override
    public SourceReader<Message, LogSplit> createReader(SourceReaderContext context) {
        return new LogSourceReader(context, staysOpen);
    }

    @Override
    public SplitEnumerator<LogSplit, LogSplit> createEnumerator(SplitEnumeratorContext<LogSplit> context) {
        return new LogEnumerator(context, LogSplit.of(log), isRestored);
    }

    /** Only a reader that was restored without a split asks for one: then nothing was read. */
    @Override
    public SplitEnumerator<LogSplit, LogSplit> restoreEnumerator(
            SplitEnumeratorContext<LogSplit> context, LogSplit unread) {
        return createEnumerator(context);
    }

    @Override
    public SimpleVersionedSerializer<LogSplit> getSplitSerializer() {
        return new LogSplitSerializer(log);
    }

    @Override
    public SimpleVersionedSerializer<LogSplit> getEnumeratorCheckpointSerializer() {
        return new LogSplitSerializer(log);
    }
}
