package akin.bench.hostile;

import java.io.Serializable;
import java.util.function.BiConsumer;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Counts what comes. */
final class CountingSink<T> implements Sink<T> {
    private static final long serialVersionUID = 1;

    private final Note<T> note;

    /** Takes one record. */
    @FunctionalInterface
    interface Note<T> extends BiConsumer<Counts, T>, Serializable {}

    CountingSink(Note<T> note) {
        this.note = note;
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        return new SinkWriter<>() {
            @Override
            public void write(T element, Context context) {
                note.accept(Counts.OF_RUN, element);
            }

            @Override
            public void flush(boolean endOfInput) {}

            @Override
            public void close() {}
        };
    }
}
