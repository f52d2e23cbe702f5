package akin.state.records;

import akin.models.shard.ItemUpdate;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

final class ItemUpdateCodec implements RecordCodec<ItemUpdate> {
    static final ItemUpdateCodec INSTANCE = new ItemUpdateCodec();

    @Override
    public Class<ItemUpdate> type() {
        return ItemUpdate.class;
    }

    @Override
    public String name() {
        return "item-update";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public void write(ItemUpdate update, DataOutputView target) throws IOException {
        ShardInputCodec.writeUpdate(update, target);
    }

    @Override
    public ItemUpdate read(DataInputView source, int version) throws IOException {
        return ShardInputCodec.readUpdate(source);
    }
}
