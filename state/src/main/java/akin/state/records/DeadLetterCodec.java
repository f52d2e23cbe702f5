package akin.state.records;

import akin.models.event.DeadLetter;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

final class DeadLetterCodec implements RecordCodec<DeadLetter> {
    static final DeadLetterCodec INSTANCE = new DeadLetterCodec();

    @Override
    public Class<DeadLetter> type() {
        return DeadLetter.class;
    }

    @Override
    public String name() {
        return "dead-letter";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(DeadLetter letter, DataOutputView target) throws IOException {
        Fields.writeString(letter.origin(), target);
        Fields.writeString(letter.reason(), target);
        Fields.writeString(letter.text(), target);
    }

    @Override
    public DeadLetter read(DataInputView source, int version) throws IOException {
        return new DeadLetter(Fields.readString(source), Fields.readString(source), Fields.readString(source));
    }
}
