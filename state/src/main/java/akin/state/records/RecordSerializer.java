package akin.state.records;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializes immutable records through their codec; a copy is the record itself. */
final class RecordSerializer<T> extends TypeSerializer<T> {
    private final RecordCodec<T> codec;
    private final int readVersion;

    RecordSerializer(RecordCodec<T> codec) {
        this(codec, codec.version());
    }

    /**
     * @param readVersion version of the bytes that are read
     */
    RecordSerializer(RecordCodec<T> codec, int readVersion) {
        this.codec = codec;
        this.readVersion = readVersion;
    }

    RecordCodec<T> codec() {
        return codec;
    }

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public TypeSerializer<T> duplicate() {
        return this;
    }

    @Override
    public T createInstance() {
        return null;
    }

    @Override
    public T copy(T from) {
        return from;
    }

    @Override
    public T copy(T from, T reuse) {
        return from;
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public void serialize(T record, DataOutputView target) throws IOException {
        codec.write(record, target);
    }

    @Override
    public T deserialize(DataInputView source) throws IOException {
        return codec.read(source, readVersion);
    }

    @Override
    public T deserialize(T reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        serialize(deserialize(source), target);
    }

    @Override
    public TypeSerializerSnapshot<T> snapshotConfiguration() {
        return new RecordSerializerSnapshot<>(codec, codec.version());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecordSerializer<?> that
                && that.codec.name().equals(codec.name())
                && that.readVersion == readVersion;
    }

    @Override
    public int hashCode() {
        return codec.name().hashCode();
    }
}
