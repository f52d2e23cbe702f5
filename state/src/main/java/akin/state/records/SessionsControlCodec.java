package akin.state.records;

import akin.models.session.SessionsControl;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Never in a savepoint, so its parts' versions are this build's. */
final class SessionsControlCodec implements RecordCodec<SessionsControl> {
    static final SessionsControlCodec INSTANCE = new SessionsControlCodec();

    @Override
    public Class<SessionsControl> type() {
        return SessionsControl.class;
    }

    @Override
    public String name() {
        return "sessions-control";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(SessionsControl control, DataOutputView target) throws IOException {
        Fields.writeNullable(control.item(), ItemUpdateCodec.INSTANCE::write, target);
        Fields.writeNullable(control.experiments(), DefinitionsCodec.INSTANCE::write, target);
    }

    @Override
    public SessionsControl read(DataInputView source, int version) throws IOException {
        return new SessionsControl(
                Fields.readNullable(
                        from -> ItemUpdateCodec.INSTANCE.read(from, ItemUpdateCodec.INSTANCE.version()), source),
                Fields.readNullable(
                        from -> DefinitionsCodec.INSTANCE.read(from, DefinitionsCodec.INSTANCE.version()), source));
    }
}
