package akin.state.records;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** What a savepoint says of a record's bytes: the codec's name and the version it wrote. */
public final class RecordSerializerSnapshot<T> implements TypeSerializerSnapshot<T> {
    private static final int VERSION = 1;

    private RecordCodec<T> codec;
    private int writtenVersion;

    /** For Flink, which then calls {@link #readSnapshot}. */
    public RecordSerializerSnapshot() {}

    RecordSerializerSnapshot(RecordCodec<T> codec, int writtenVersion) {
        this.codec = codec;
        this.writtenVersion = writtenVersion;
    }

    @Override
    public int getCurrentVersion() {
        return VERSION;
    }

    @Override
    public void writeSnapshot(DataOutputView out) throws IOException {
        out.writeUTF(codec.name());
        out.writeInt(writtenVersion);
    }

    @Override
    public void readSnapshot(int readVersion, DataInputView in, ClassLoader classLoader) throws IOException {
        codec = RecordTypes.codec(in.readUTF());
        writtenVersion = in.readInt();
        if (writtenVersion > codec.version()) {
            throw new IOException("'" + codec.name() + "' records were serialized with version " + writtenVersion
                    + ", this build reads up to " + codec.version());
        }
    }

    @Override
    public TypeSerializer<T> restoreSerializer() {
        return new RecordSerializer<>(codec, writtenVersion);
    }

    @Override
    public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(TypeSerializerSnapshot<T> old) {
        if (!(old instanceof RecordSerializerSnapshot<T> before)
                || !before.codec.name().equals(codec.name())) {
            return TypeSerializerSchemaCompatibility.incompatible();
        }
        return before.writtenVersion == codec.version()
                ? TypeSerializerSchemaCompatibility.compatibleAsIs()
                : TypeSerializerSchemaCompatibility.compatibleAfterMigration();
    }
}
