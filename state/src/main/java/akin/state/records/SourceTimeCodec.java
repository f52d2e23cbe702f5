package akin.state.records;

import akin.models.event.SourceTime;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Version 1 knew no number of catalogue changes, versions up to 2 not how far others were behind. */
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
        return 3;
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
        target.writeLong(time.behind());
    }

    @Override
    public SourceTime read(DataInputView source, int version) throws IOException {
        String name = Fields.readString(source);
        long reached = source.readLong();
        boolean ended = source.readBoolean();
        String ahead = Fields.readString(source);
        long furthest = source.readLong();
        long others = source.readLong();
        int inARow = Fields.readSize(source);
        long items = version == 1 ? 0 : source.readLong();
        long behind = version <= 2 ? 0 : source.readLong();
        return new SourceTime(name, reached, ended, ahead, furthest, others, inARow, behind, items);
    }
}
