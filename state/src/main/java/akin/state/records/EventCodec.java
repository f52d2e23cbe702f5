package akin.state.records;

import akin.models.event.Event;
import akin.models.event.EventType;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Version 1 knew no value. */
final class EventCodec implements RecordCodec<Event> {
    static final EventCodec INSTANCE = new EventCodec();

    @Override
    public Class<Event> type() {
        return Event.class;
    }

    @Override
    public String name() {
        return "event";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public void write(Event event, DataOutputView target) throws IOException {
        Fields.writeString(event.eventId(), target);
        Fields.writeString(event.userId(), target);
        Fields.writeString(event.itemId(), target);
        target.writeByte(event.type().code());
        target.writeLong(event.timestamp());
        Fields.writeString(event.sessionId(), target);
        Fields.writeString(event.placement(), target);
        Fields.writeString(event.anchorId(), target);
        Fields.writeString(event.rankingId(), target);
        target.writeLong(event.value());
    }

    @Override
    public Event read(DataInputView source, int version) throws IOException {
        return new Event(
                Fields.readString(source),
                Fields.readString(source),
                Fields.readItemId(source),
                EventType.ofCode(source.readByte()),
                source.readLong(),
                Fields.readString(source),
                Fields.readString(source),
                Fields.readString(source),
                Fields.readString(source),
                version == 1 ? 0 : source.readLong());
    }
}
