package akin.tools.logs;

import akin.models.event.Message;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.core.io.InputStatus;

/** Reads the one split of a log. It keeps the split at the log's end, so that a savepoint knows what was read. */
final class LogSourceReader implements SourceReader<Message, LogSplit> {
    private final SourceReaderContext context;
    private final boolean staysOpen;
    private LogSplit split;
    private LogReading reading;
    private CompletableFuture<Void> available = new CompletableFuture<>();

    LogSourceReader(SourceReaderContext context, boolean staysOpen) {
        this.context = context;
        this.staysOpen = staysOpen;
    }

    @Override
    public void start() {
        if (split == null) {
            context.sendSplitRequest();
        }
    }

    @Override
    public void addSplits(List<LogSplit> splits) {
        split = splits.get(0);
        available.complete(null);
    }

    @Override
    public void notifyNoMoreSplits() {}

    @Override
    public InputStatus pollNext(ReaderOutput<Message> output) throws IOException {
        if (split == null) {
            return InputStatus.NOTHING_AVAILABLE;
        }
        if (reading == null) {
            reading = new LogReading(split);
        }
        Message message = reading.next();
        if (message != null) {
            output.collect(message, message.timestamp());
            return InputStatus.MORE_AVAILABLE;
        }
        if (!staysOpen) {
            return InputStatus.END_OF_INPUT;
        }
        available = new CompletableFuture<>();
        return InputStatus.NOTHING_AVAILABLE;
    }

    @Override
    public List<LogSplit> snapshotState(long checkpoint) {
        if (split == null) {
            return List.of();
        }
        return List.of(reading == null ? split : reading.split());
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return available;
    }

    @Override
    public void close() throws Exception {
        if (reading != null) {
            reading.close();
        }
    }
}
