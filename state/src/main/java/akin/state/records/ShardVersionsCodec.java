package akin.state.records;

import akin.models.session.ShardVersions;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

final class ShardVersionsCodec implements RecordCodec<ShardVersions> {
    static final ShardVersionsCodec INSTANCE = new ShardVersionsCodec();

    @Override
    public Class<ShardVersions> type() {
        return ShardVersions.class;
    }

    @Override
    public String name() {
        return "shard-versions";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(ShardVersions versions, DataOutputView target) throws IOException {
        Fields.writeList(versions.versions(), ShardVersionsCodec::writeVersion, target);
    }

    private static void writeVersion(ShardVersions.Version version, DataOutputView target) throws IOException {
        target.writeLong(version.since());
        Fields.writeSize(version.shard(), target);
    }

    @Override
    public ShardVersions read(DataInputView source, int version) throws IOException {
        return new ShardVersions(
                Fields.readList(from -> new ShardVersions.Version(from.readLong(), Fields.readSize(from)), source));
    }
}
