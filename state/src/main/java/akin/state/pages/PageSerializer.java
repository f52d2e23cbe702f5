package akin.state.pages;

import akin.models.memory.Page;
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
public final class PageSerializer extends TypeSerializerSingleton<Page> {
    public static final PageSerializer INSTANCE = new PageSerializer();

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public Page createInstance() {
        return new Page(new byte[0]);
    }

    @Override
    public Page copy(Page from) {
        return from;
    }

    @Override
    public Page copy(Page from, Page reuse) {
        return from;
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public void serialize(Page page, DataOutputView target) throws IOException {
        byte[] bytes = page.bytes();
        target.writeInt(bytes.length);
        target.write(bytes);
    }

    @Override
    public Page deserialize(DataInputView source) throws IOException {
        byte[] bytes = new byte[source.readInt()];
        source.readFully(bytes);
        return new Page(bytes);
    }

    @Override
    public Page deserialize(Page reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        int length = source.readInt();
        target.writeInt(length);
        target.write(source, length);
    }

    @Override
    public TypeSerializerSnapshot<Page> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Says that pages are written by this serializer; their own header has their version. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Page> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
