package akin.tools.logs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Writes how far a log was read; the log itself is the source's. */
record LogSplitSerializer(MessageLog log, long latest) implements SimpleVersionedSerializer<LogSplit> {
    private static final int VERSION = 1;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(LogSplit split) {
        return ByteBuffer.allocate(Long.BYTES).putLong(split.position()).array();
    }

    @Override
    public LogSplit deserialize(int version, byte[] bytes) throws IOException {
        if (version > VERSION) {
            throw new IOException(
                    "the log's position was saved with version " + version + ", this build reads up to " + VERSION);
        }
        return new LogSplit(log, latest, ByteBuffer.wrap(bytes).getLong());
    }

    /** All splits that nobody reads yet: one or none. */
    record OfAll(LogSplitSerializer one) implements SimpleVersionedSerializer<Collection<LogSplit>> {
        @Override
        public int getVersion() {
            return VERSION;
        }

        @Override
        public byte[] serialize(Collection<LogSplit> splits) {
            ByteBuffer bytes = ByteBuffer.allocate(splits.size() * Long.BYTES);
            splits.forEach(split -> bytes.putLong(split.position()));
            return bytes.array();
        }

        @Override
        public Collection<LogSplit> deserialize(int version, byte[] bytes) throws IOException {
            List<LogSplit> splits = new ArrayList<>();
            for (int at = 0; at < bytes.length; at += Long.BYTES) {
                splits.add(one.deserialize(version, Arrays.copyOfRange(bytes, at, at + Long.BYTES)));
            }
            return splits;
        }
    }
}
