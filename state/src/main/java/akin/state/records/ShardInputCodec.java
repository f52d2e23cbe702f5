package akin.state.records;

import akin.models.event.EventType;
import akin.models.shard.Enhancement;
import akin.models.shard.ItemUpdate;
import akin.models.shard.RankRequest;
import akin.models.shard.ShardInput;
import akin.models.shard.Visit;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** A tag, then the input. A new version of a part is a new version of this codec; version 1 knew no examples, versions up
 * to 2 no sessions, versions up to 3 no content of items, versions up to 4 no experiments. */
final class ShardInputCodec implements RecordCodec<ShardInput> {
    static final ShardInputCodec INSTANCE = new ShardInputCodec();

    private static final int ITEM_UPDATE = 0;
    private static final int RANK_REQUEST = 1;
    private static final int VISIT = 2;
    private static final int ENHANCEMENT = 3;

    private static final int AT_ANCHOR = 1;
    private static final int AT_ITEM = 2;
    private static final int FIRST = 4;
    private static final int EXAMPLE = 8;

    @Override
    public Class<ShardInput> type() {
        return ShardInput.class;
    }

    @Override
    public String name() {
        return "shard-input";
    }

    @Override
    public int version() {
        return 5;
    }

    @Override
    public void write(ShardInput input, DataOutputView target) throws IOException {
        if (input instanceof Visit visit) {
            target.writeByte(VISIT);
            writeVisit(visit, target);
        } else if (input instanceof RankRequest request) {
            target.writeByte(RANK_REQUEST);
            writeRequest(request, target);
        } else if (input instanceof ItemUpdate update) {
            target.writeByte(ITEM_UPDATE);
            writeUpdate(update, target);
        } else if (input instanceof Enhancement enhancement) {
            target.writeByte(ENHANCEMENT);
            writeEnhancement(enhancement, target);
        }
    }

    @Override
    public ShardInput read(DataInputView source, int version) throws IOException {
        byte tag = source.readByte();
        return switch (tag) {
            case VISIT -> readVisit(source, version);
            case RANK_REQUEST -> readRequest(source, version);
            case ITEM_UPDATE -> readUpdate(source);
            case ENHANCEMENT -> readEnhancement(source);
            default -> throw new IOException("unknown kind of shard input: " + tag);
        };
    }

    private static void writeVisit(Visit visit, DataOutputView target) throws IOException {
        Fields.writeSize(visit.shard(), target);
        target.writeLong(visit.timestamp());
        Fields.writeString(visit.userId(), target);
        target.writeLong(visit.sequence());
        target.writeLong(visit.session());
        target.writeByte(visit.type().code());
        Fields.writeString(visit.itemId(), target);
        Fields.writeStrings(visit.window(), target);
        target.writeByte((visit.atAnchor() ? AT_ANCHOR : 0)
                | (visit.atItem() ? AT_ITEM : 0)
                | (visit.first() ? FIRST : 0)
                | (visit.example() ? EXAMPLE : 0));
        target.writeByte(visit.ledTo().code());
        Fields.writeStrings(visit.companions(), target);
    }

    private static Visit readVisit(DataInputView source, int version) throws IOException {
        int shard = Fields.readSize(source);
        long timestamp = source.readLong();
        String userId = Fields.readString(source);
        long sequence = source.readLong();
        long session = version <= 2 ? 0 : source.readLong();
        EventType type = EventType.ofCode(source.readByte());
        String itemId = Fields.readString(source);
        var window = Fields.readStrings(source);
        int flags = source.readByte();
        EventType ledTo = version == 1 ? type : EventType.ofCode(source.readByte());
        return new Visit(
                shard,
                timestamp,
                userId,
                sequence,
                session,
                type,
                itemId,
                window,
                (flags & AT_ANCHOR) != 0,
                (flags & AT_ITEM) != 0,
                (flags & FIRST) != 0,
                (flags & EXAMPLE) != 0,
                ledTo,
                Fields.readStrings(source));
    }

    private static void writeRequest(RankRequest request, DataOutputView target) throws IOException {
        Fields.writeSize(request.shard(), target);
        target.writeLong(request.timestamp());
        Fields.writeString(request.userId(), target);
        target.writeLong(request.sequence());
        target.writeLong(request.session());
        Fields.writeString(request.rankingId(), target);
        Fields.writeString(request.anchorId(), target);
        Fields.writeString(request.placement(), target);
        Fields.writeStrings(request.window(), target);
        Fields.writeStrings(request.excluded(), target);
        AssignmentCodec.write(request.assignment(), target);
    }

    private static RankRequest readRequest(DataInputView source, int version) throws IOException {
        return new RankRequest(
                Fields.readSize(source),
                source.readLong(),
                Fields.readString(source),
                source.readLong(),
                version <= 2 ? 0 : source.readLong(),
                Fields.readString(source),
                Fields.readString(source),
                Fields.readString(source),
                Fields.readStrings(source),
                Fields.readStrings(source),
                version <= 4 ? null : AssignmentCodec.read(source));
    }

    private static void writeEnhancement(Enhancement enhancement, DataOutputView target) throws IOException {
        Fields.writeSize(enhancement.shard(), target);
        target.writeLong(enhancement.timestamp());
        Fields.writeString(enhancement.userId(), target);
        target.writeLong(enhancement.sequence());
        Fields.writeString(enhancement.itemId(), target);
        target.writeByte(enhancement.type().code());
        target.writeByte(enhancement.before().code());
        Fields.writeStrings(enhancement.window(), target);
    }

    private static Enhancement readEnhancement(DataInputView source) throws IOException {
        return new Enhancement(
                Fields.readSize(source),
                source.readLong(),
                Fields.readString(source),
                source.readLong(),
                Fields.readString(source),
                EventType.ofCode(source.readByte()),
                EventType.ofCode(source.readByte()),
                Fields.readStrings(source));
    }

    static void writeUpdate(ItemUpdate update, DataOutputView target) throws IOException {
        Fields.writeSize(update.shard(), target);
        ItemCodec.INSTANCE.write(update.item(), target);
        target.writeLong(update.sequence());
    }

    /** Items of all versions are read alike. */
    static ItemUpdate readUpdate(DataInputView source) throws IOException {
        return new ItemUpdate(
                Fields.readSize(source),
                ItemCodec.INSTANCE.read(source, ItemCodec.INSTANCE.version()),
                source.readLong());
    }
}
