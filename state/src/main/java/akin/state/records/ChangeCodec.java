package akin.state.records;

import akin.models.attribution.Change;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Never in a savepoint. */
final class ChangeCodec implements RecordCodec<Change> {
    static final ChangeCodec INSTANCE = new ChangeCodec();

    @Override
    public Class<Change> type() {
        return Change.class;
    }

    @Override
    public String name() {
        return "attribution-change";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(Change change, DataOutputView target) throws IOException {
        Fields.writeString(change.experiment(), target);
        Fields.writeString(change.arm(), target);
        target.writeLong(change.timestamp());
        target.writeBoolean(change.before() != null);
        if (change.before() != null) {
            Fields.writeLongs(change.before(), target);
        }
        Fields.writeLongs(change.after(), target);
    }

    @Override
    public Change read(DataInputView source, int version) throws IOException {
        return new Change(
                Fields.readString(source),
                Fields.readString(source),
                source.readLong(),
                source.readBoolean() ? Fields.readLongs(source) : null,
                Fields.readLongs(source));
    }
}
