package akin.state.records;

import akin.models.experiment.ArmChange;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Never in a savepoint. */
final class ArmChangeCodec implements RecordCodec<ArmChange> {
    static final ArmChangeCodec INSTANCE = new ArmChangeCodec();

    @Override
    public Class<ArmChange> type() {
        return ArmChange.class;
    }

    @Override
    public String name() {
        return "arm-change";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(ArmChange change, DataOutputView target) throws IOException {
        Fields.writeString(change.experiment(), target);
        Fields.writeString(change.arm(), target);
        target.writeLong(change.look());
        StandingCodec.writeMoments(change.moments(), target);
    }

    @Override
    public ArmChange read(DataInputView source, int version) throws IOException {
        return new ArmChange(
                Fields.readString(source),
                Fields.readString(source),
                source.readLong(),
                StandingCodec.readMoments(source));
    }
}
