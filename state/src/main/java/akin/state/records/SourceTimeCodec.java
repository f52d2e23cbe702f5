package akin.state.records;

import akin.models.event.SourceTime;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Version 1 knew no number of catalogue changes. */
final class SourceTimeCodec implements RecordCodec<SourceTime> {
    static final SourceTimeCodec INSTANCE = new SourceTimeCodec();

    @Override
    public Class<SourceTime> type() {
        return SourceTime.class;
    }

    @Override
    public String name() {
        return "source-time";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public void write(SourceTime time, DataOutputView target) throws IOException {
        Fields.writeString(time.source(), target);
        target.writeLong(time.reached());
        target.writeBoolean(time.ended());
        Fields.writeString(time.ahead(), target);
        target.writeLong(time.furthest());
        target.writeLong(time.others());
        Fields.writeSize(time.inARow(), target);
        target.writeLong(time.items());
    }

    @Override
    public SourceTime read(DataInputView source, int version) throws IOException {
        return new SourceTime(
                Fields.readString(source),
                source.readLong(),
                source.readBoolean(),
                Fields.readString(source),
                source.readLong(),
                source.readLong(),
                Fields.readSize(source),
                version == 1 ? 0 : source.readLong());
    }
}
