package akin.state.records;

import akin.models.event.Arrival;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

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
        return 1;
    }

    @Override
    public void write(Arrival arrival, DataOutputView target) throws IOException {
        EventCodec.INSTANCE.write(arrival.event(), target);
        target.writeLong(arrival.at());
    }

    @Override
    public Arrival read(DataInputView source, int version) throws IOException {
        return new Arrival(EventCodec.INSTANCE.read(source, EventCodec.INSTANCE.version()), source.readLong());
    }
}
