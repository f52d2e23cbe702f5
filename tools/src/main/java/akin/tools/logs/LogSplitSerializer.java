package akin.tools.logs;

import akin.tools.logs.lines.ReadFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Writes how far a log was read; the log itself is the source's. Version 1 wrote the number of messages only. */
record LogSplitSerializer(MessageLog log) implements SimpleVersionedSerializer<LogSplit> {
    private static final int VERSION = 2;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(LogSplit split) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        out.writeLong(split.messages());
        out.writeLong(split.check());
        out.writeLong(split.before().newest());
        out.writeInt(split.before().files().size());
        for (ReadFile file : split.before().files()) {
            out.writeUTF(file.name());
            out.writeLong(file.bytes());
            out.writeUTF(file.digest());
        }
        return out.getCopyOfBuffer();
    }

    @Override
    public LogSplit deserialize(int version, byte[] bytes) throws IOException {
        return switch (version) {
            case 1 -> new LogSplit(log, LogProgress.NONE, ByteBuffer.wrap(bytes).getLong(), 0);
            case 2 -> read(new DataInputDeserializer(bytes));
            default ->
                throw new IOException(
                        "the log's position was saved with version " + version + ", this build reads up to " + VERSION);
        };
    }

    private LogSplit read(DataInputDeserializer in) throws IOException {
        long messages = in.readLong();
        long check = in.readLong();
        long newest = in.readLong();
        int count = in.readInt();
        List<ReadFile> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            files.add(new ReadFile(in.readUTF(), in.readLong(), in.readUTF()));
        }
        return new LogSplit(log, new LogProgress(List.copyOf(files), newest), messages, check);
    }
}
