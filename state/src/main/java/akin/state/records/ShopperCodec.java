package akin.state.records;

import akin.models.event.Event;
import akin.models.session.Quota;
import akin.models.session.Seen;
import akin.models.session.Session;
import akin.models.session.Shopper;
import java.io.IOException;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Version 1 knew no carts of the session and no quota, versions up to 2 not when the session started,
 * versions up to 3 no value of what waits. */
final class ShopperCodec implements RecordCodec<Shopper> {
    static final ShopperCodec INSTANCE = new ShopperCodec();

    @Override
    public Class<Shopper> type() {
        return Shopper.class;
    }

    @Override
    public String name() {
        return "shopper";
    }

    @Override
    public int version() {
        return 4;
    }

    @Override
    public void write(Shopper shopper, DataOutputView target) throws IOException {
        target.writeLong(shopper.sequence());
        target.writeLong(shopper.lastSeen());
        target.writeBoolean(shopper.session() != null);
        if (shopper.session() != null) {
            writeSession(shopper.session(), target);
        }
        Fields.writeList(shopper.history(), ShopperCodec::writeSeen, target);
        Fields.writeStrings(shopper.bought(), target);
        Fields.writeList(shopper.pending(), EventCodec.INSTANCE::write, target);
        Fields.writeList(shopper.recent(), ShopperCodec::writeSeen, target);
        target.writeLong(shopper.quota().hour());
        Fields.writeSize(shopper.quota().used(), target);
    }

    @Override
    public Shopper read(DataInputView source, int version) throws IOException {
        return new Shopper(
                source.readLong(),
                source.readLong(),
                source.readBoolean() ? readSession(source, version) : null,
                Fields.readList(ShopperCodec::readSeenItem, source),
                Fields.readItemIds(source),
                Fields.readList(version <= 3 ? ShopperCodec::readEarlierEvent : ShopperCodec::readEvent, source),
                Fields.readList(ShopperCodec::readSeen, source),
                version == 1 ? new Quota(0, 0) : new Quota(source.readLong(), Fields.readSize(source)));
    }

    private static void writeSession(Session session, DataOutputView target) throws IOException {
        Fields.writeString(session.id(), target);
        target.writeLong(session.startedAt());
        target.writeLong(session.lastSeen());
        Fields.writeSize(session.visits(), target);
        Fields.writeStrings(session.trail(), target);
        Fields.writeStrings(session.items(), target);
        Fields.writeStrings(session.carted(), target);
        Fields.writeStrings(session.bought(), target);
    }

    private static Session readSession(DataInputView source, int version) throws IOException {
        String id = Fields.readString(source);
        long startedAt = source.readLong();
        return new Session(
                id,
                startedAt,
                version <= 2 ? startedAt : source.readLong(),
                Fields.readSize(source),
                Fields.readItemIds(source),
                Fields.readItemIds(source),
                version == 1 ? List.of() : Fields.readItemIds(source),
                version == 1 ? List.of() : Fields.readItemIds(source));
    }

    private static void writeSeen(Seen seen, DataOutputView target) throws IOException {
        Fields.writeString(seen.id(), target);
        target.writeLong(seen.timestamp());
    }

    private static Seen readSeenItem(DataInputView source) throws IOException {
        return new Seen(Fields.readItemId(source), source.readLong());
    }

    private static Seen readSeen(DataInputView source) throws IOException {
        return new Seen(Fields.readString(source), source.readLong());
    }

    private static Event readEarlierEvent(DataInputView source) throws IOException {
        return EventCodec.INSTANCE.read(source, 1);
    }

    private static Event readEvent(DataInputView source) throws IOException {
        return EventCodec.INSTANCE.read(source, 2);
    }
}
