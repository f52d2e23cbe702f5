package akin.tools.replay;

import akin.models.recommender.ShardReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * {@code quality.jsonl}: a line for each interval in which something was learned, merged over the shards. All shards
 * report at the same watermarks, so the file is the same at any parallelism.
 */
public final class QualityFile implements Sink<ShardReport> {
    private final String file;
    private final boolean restored;

    /**
     * @param restored whether the shards start with what an earlier job had learned: that is no interval of this one
     */
    public QualityFile(Path file, boolean restored) {
        this.file = file.toString();
        this.restored = restored;
    }

    @Override
    public SinkWriter<ShardReport> createWriter(WriterInitContext context) throws IOException {
        return new Writer(new Lines(file), restored);
    }

    private static final class Writer implements SinkWriter<ShardReport> {
        private final Lines lines;
        private final Intervals intervals = new Intervals();
        private final TreeMap<Long, List<ShardReport>> waiting = new TreeMap<>();
        private boolean skipsNext;

        Writer(Lines lines, boolean skipsNext) {
            this.lines = lines;
            this.skipsNext = skipsNext;
        }

        @Override
        public void write(ShardReport report, Context context) {
            waiting.computeIfAbsent(context.timestamp(), time -> new ArrayList<>())
                    .add(report);
        }

        @Override
        public void writeWatermark(Watermark watermark) throws IOException {
            while (!waiting.isEmpty() && waiting.firstKey() <= watermark.getTimestamp()) {
                QualityInterval interval =
                        intervals.next(waiting.pollFirstEntry().getValue());
                if (interval.visits() > 0 && !skipsNext) {
                    lines.write(Json.line(interval));
                }
                skipsNext = false;
            }
        }

        /** Reports of shards that are ahead go on waiting for the others. */
        @Override
        public void flush(boolean endOfInput) throws IOException {
            if (endOfInput) {
                writeWatermark(Watermark.MAX_WATERMARK);
            }
            lines.flush();
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
