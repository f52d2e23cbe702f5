package akin.state.records;

import akin.models.event.Message;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The partition, a tag, then what a message of that kind holds. Never in a savepoint, so its parts' versions are this build's. */
final class MessageCodec implements RecordCodec<Message> {
    static final MessageCodec INSTANCE = new MessageCodec();

    private static final int END = 0;
    private static final int EVENT = 1;
    private static final int ITEM = 2;
    private static final int DEAD_LETTER = 3;
    private static final int CAUGHT_UP = 4;
    private static final int AWAY = 5;

    @Override
    public Class<Message> type() {
        return Message.class;
    }

    @Override
    public String name() {
        return "message";
    }

    @Override
    public int version() {
        return 5;
    }

    @Override
    public void write(Message message, DataOutputView target) throws IOException {
        Fields.writeString(message.source(), target);
        if (message instanceof Message.ShopEvent happened) {
            target.writeByte(EVENT);
            EventCodec.INSTANCE.write(happened.event(), target);
        } else if (message instanceof Message.ItemChange change) {
            target.writeByte(ITEM);
            ItemCodec.INSTANCE.write(change.item(), target);
        } else if (message instanceof Message.Unreadable unreadable) {
            target.writeByte(DEAD_LETTER);
            DeadLetterCodec.INSTANCE.write(unreadable.letter(), target);
        } else if (message instanceof Message.End end) {
            target.writeByte(END);
            target.writeLong(end.lines());
        } else if (message instanceof Message.CaughtUp caughtUp) {
            target.writeByte(CAUGHT_UP);
            target.writeLong(caughtUp.until());
            target.writeBoolean(caughtUp.isQuiet());
        } else if (message instanceof Message.Away) {
            target.writeByte(AWAY);
        }
    }

    @Override
    public Message read(DataInputView source, int version) throws IOException {
        String partition = Fields.readString(source);
        return readPart(source).from(partition);
    }

    private static Message readPart(DataInputView source) throws IOException {
        byte tag = source.readByte();
        return switch (tag) {
            case END -> new Message.End(Message.ONLY, source.readLong());
            case EVENT -> Message.of(EventCodec.INSTANCE.read(source, EventCodec.INSTANCE.version()));
            case ITEM -> Message.of(ItemCodec.INSTANCE.read(source, ItemCodec.INSTANCE.version()));
            case DEAD_LETTER -> Message.of(DeadLetterCodec.INSTANCE.read(source, DeadLetterCodec.INSTANCE.version()));
            case CAUGHT_UP -> new Message.CaughtUp(Message.ONLY, source.readLong(), source.readBoolean());
            case AWAY -> new Message.Away(Message.ONLY);
            default -> throw new IOException("unknown kind of message: " + tag);
        };
    }
}
