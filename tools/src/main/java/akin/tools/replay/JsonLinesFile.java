package akin.tools.replay;

import akin.jobs.wire.Encoder;
import akin.jobs.wire.MessageWriter;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.util.function.SerializableFunction;

/**
 * One file of JSON lines, written by one subtask. With an {@link Order}, lines wait for the watermark and are written in
 * order, so that the file is the same at any parallelism.
 */
public final class JsonLinesFile<T> implements Sink<T> {
    private final String file;
    private final Encoder<T> encoder;
    private final Order<T> order;

    /** Event time, then a name that is unique within it. */
    public record Order<T>(SerializableFunction<T, Long> time, SerializableFunction<T, String> name)
            implements Serializable {}

    /**
     * @param order or null: lines are written as they come
     */
    public JsonLinesFile(Path file, Encoder<T> encoder, Order<T> order) {
        this.file = file.toString();
        this.encoder = encoder;
        this.order = order;
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) throws IOException {
        return new Writer<>(new Lines(file), this);
    }

    private static final class Writer<T> implements SinkWriter<T> {
        private final Lines lines;
        private final JsonLinesFile<T> sink;
        private final MessageWriter messages = new MessageWriter();
        private List<T> waiting = new ArrayList<>();

        Writer(Lines lines, JsonLinesFile<T> sink) {
            this.lines = lines;
            this.sink = sink;
        }

        @Override
        public void write(T element, Context context) throws IOException {
            if (sink.order == null) {
                write(element);
            } else {
                waiting.add(element);
            }
        }

        private void write(T element) throws IOException {
            lines.write(sink.encoder.encode(messages, element));
        }

        @Override
        public void writeWatermark(Watermark watermark) throws IOException {
            if (!waiting.isEmpty()) {
                writeUpTo(watermark.getTimestamp());
            }
        }

        private void writeUpTo(long time) throws IOException {
            ToLongFunction<T> timeOf = sink.order.time()::apply;
            List<T> later = new ArrayList<>();
            List<T> due = new ArrayList<>();
            waiting.forEach(element -> (timeOf.applyAsLong(element) <= time ? due : later).add(element));
            waiting = later;
            due.sort(Comparator.comparingLong(timeOf).thenComparing(sink.order.name()::apply));
            for (T element : due) {
                write(element);
            }
        }

        /** Before a checkpoint and at the end: nothing may wait any longer. */
        @Override
        public void flush(boolean endOfInput) throws IOException {
            writeWatermark(new Watermark(Long.MAX_VALUE));
            lines.flush();
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
