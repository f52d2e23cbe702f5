package akin.state.records;

import akin.models.catalog.Content;
import akin.models.catalog.Item;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** An item; its last byte has a bit each for whether it is deleted, and whether content follows, which version 1 didn't know. */
final class ItemCodec implements RecordCodec<Item> {
    static final ItemCodec INSTANCE = new ItemCodec();

    private static final int DELETED = 1;
    private static final int CONTENT = 2;

    @Override
    public Class<Item> type() {
        return Item.class;
    }

    @Override
    public String name() {
        return "item";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public void write(Item item, DataOutputView target) throws IOException {
        Fields.writeString(item.itemId(), target);
        target.writeLong(item.timestamp());
        Fields.writeStrings(item.category(), target);
        Fields.writeString(item.brand(), target);
        target.writeDouble(item.price());
        Fields.writeSize(item.attributes().size(), target);
        for (Map.Entry<String, String> attribute : item.attributes().entrySet()) {
            Fields.writeString(attribute.getKey(), target);
            Fields.writeString(attribute.getValue(), target);
        }
        target.writeBoolean(item.available());
        target.writeLong(item.createdAt());
        boolean hasContent = !item.content().isEmpty();
        target.writeByte((item.deleted() ? DELETED : 0) | (hasContent ? CONTENT : 0));
        if (hasContent) {
            ContentFields.write(item.content(), target);
        }
    }

    @Override
    public Item read(DataInputView source, int version) throws IOException {
        String itemId = Fields.readString(source);
        long timestamp = source.readLong();
        List<String> category = Fields.readStrings(source);
        String brand = Fields.readString(source);
        double price = source.readDouble();
        SortedMap<String, String> attributes = new TreeMap<>();
        for (int left = Fields.readSize(source); left > 0; left--) {
            attributes.put(Fields.readString(source), Fields.readString(source));
        }
        boolean available = source.readBoolean();
        long createdAt = source.readLong();
        byte flags = source.readByte();
        return new Item(
                itemId,
                timestamp,
                category,
                brand,
                price,
                attributes,
                available,
                createdAt,
                (flags & DELETED) != 0,
                (flags & CONTENT) != 0 ? ContentFields.read(source) : Content.NONE);
    }
}
