package akin.state.records;

import akin.models.attribution.Exposure;
import akin.models.attribution.ItemIds;
import akin.models.attribution.Shown;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Version 1 had the items one by one. */
final class ExposureCodec implements RecordCodec<Exposure> {
    static final ExposureCodec INSTANCE = new ExposureCodec();

    @Override
    public Class<Exposure> type() {
        return Exposure.class;
    }

    @Override
    public String name() {
        return "exposure";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public void write(Exposure exposure, DataOutputView target) throws IOException {
        Fields.writeString(exposure.userId(), target);
        writeList(exposure.list(), target);
    }

    @Override
    public Exposure read(DataInputView source, int version) throws IOException {
        return new Exposure(Fields.readString(source), readList(source, version));
    }

    /** A list without what came of it. */
    static void writeList(Shown list, DataOutputView target) throws IOException {
        Fields.writeString(list.rankingId(), target);
        target.writeLong(list.timestamp());
        Fields.writeString(list.items().text(), target);
        Fields.writeList(list.trials(), AssignmentCodec::writeTrial, target);
        Fields.writeString(list.teams(), target);
    }

    static Shown readList(DataInputView source, int version) throws IOException {
        return Shown.of(
                Fields.readString(source),
                source.readLong(),
                version == 1 ? ItemIds.of(Fields.readStrings(source)) : new ItemIds(Fields.readString(source)),
                Fields.readList(AssignmentCodec::readTrial, source),
                Fields.readString(source));
    }
}
