package akin.state.pages;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Pages as bytes. A page in state is never changed, only replaced; so copying one, which the heap backend does for all
 * of a map when a checkpoint is under way, copies nothing.
 */
public final class PageSerializer extends TypeSerializerSingleton<byte[]> {
    public static final PageSerializer INSTANCE = new PageSerializer();

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public byte[] createInstance() {
        return new byte[0];
    }

    @Override
    public byte[] copy(byte[] from) {
        return from;
    }

    @Override
    public byte[] copy(byte[] from, byte[] reuse) {
        return from;
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public void serialize(byte[] page, DataOutputView target) throws IOException {
        target.writeInt(page.length);
        target.write(page);
    }

    @Override
    public byte[] deserialize(DataInputView source) throws IOException {
        byte[] page = new byte[source.readInt()];
        source.readFully(page);
        return page;
    }

    @Override
    public byte[] deserialize(byte[] reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        int length = source.readInt();
        target.writeInt(length);
        target.write(source, length);
    }

    @Override
    public TypeSerializerSnapshot<byte[]> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Says that pages are written by this serializer; their own header has their version. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<byte[]> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
