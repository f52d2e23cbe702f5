package akin.state.records;

import akin.models.event.Arrival;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Never in a savepoint, so its parts' versions are this build's. */
final class ArrivalCodec implements RecordCodec<Arrival> {
    static final ArrivalCodec INSTANCE = new ArrivalCodec();

    @Override
    public Class<Arrival> type() {
        return Arrival.class;
    }

    @Override
    public String name() {
        return "arrival";
    }

    @Override
    public int version() {
        return 4;
    }

    @Override
    public void write(Arrival arrival, DataOutputView target) throws IOException {
        target.writeBoolean(arrival.item() != null);
        if (arrival.item() != null) {
            ItemCodec.INSTANCE.write(arrival.item(), target);
        } else {
            EventCodec.INSTANCE.write(arrival.event(), target);
        }
        target.writeLong(arrival.at());
    }

    @Override
    public Arrival read(DataInputView source, int version) throws IOException {
        if (source.readBoolean()) {
            return Arrival.of(ItemCodec.INSTANCE.read(source, ItemCodec.INSTANCE.version()), source.readLong());
        }
        return new Arrival(EventCodec.INSTANCE.read(source, EventCodec.INSTANCE.version()), source.readLong());
    }
}
