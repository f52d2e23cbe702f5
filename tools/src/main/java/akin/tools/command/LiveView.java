package akin.tools.command;

import akin.models.event.Printable;
import akin.models.quality.Figures;
import akin.models.quality.Slice;
import akin.models.ranking.RankedItem;
import akin.models.ranking.Ranking;
import akin.models.recommender.ShardReport;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Prints some of the rankings as they leave, and how good each ranker was since the last report. */
final class LiveView {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(ZoneOffset.UTC);

    private LiveView() {}

    /** Prints every {@code n}-th ranking. */
    record Rankings(int n) implements Sink<Ranking> {
        @Override
        public SinkWriter<Ranking> createWriter(WriterInitContext context) {
            return new Printing<>() {
                private long seen;

                @Override
                void print(Ranking ranking, PrintStream out) {
                    if (seen++ % n == 0) {
                        out.printf(
                                "%s  %s looks at %s: %s%n",
                                time(ranking.timestamp()),
                                Printable.of(ranking.userId()),
                                Printable.of(ranking.anchorId()),
                                ranking.items().stream()
                                        .limit(5)
                                        .map(RankedItem::itemId)
                                        .map(Printable::of)
                                        .collect(Collectors.joining(" ")));
                    }
                }
            };
        }
    }

    /** Prints the hit ratio at 10 of each ranker since the shard's last report. */
    record Reports() implements Sink<ShardReport> {
        @Override
        public SinkWriter<ShardReport> createWriter(WriterInitContext context) {
            return new Printing<>() {
                private final Map<Integer, ShardReport> last = new HashMap<>();

                @Override
                void print(ShardReport report, PrintStream out) {
                    ShardReport before = last.put(report.shard(), report);
                    if (before != null && report.visits() > before.visits()) {
                        out.printf(
                                "%s  hit@10 of the last %,d visits: %s%n",
                                time(report.timestamp()), report.visits() - before.visits(), rolling(before, report));
                    }
                }
            };
        }
    }

    private static String time(long timestamp) {
        return TIME.format(Instant.ofEpochMilli(timestamp));
    }

    private static String rolling(ShardReport before, ShardReport now) {
        return now.quality().keySet().stream()
                .map(ranker -> {
                    Figures from = before.quality().get(ranker).get(Slice.ALL);
                    Figures to = now.quality().get(ranker).get(Slice.ALL);
                    long positions = Math.max(1, to.positions() - from.positions());
                    return String.format("%s %.1f%%", ranker, 100.0 * (to.hits10() - from.hits10()) / positions);
                })
                .collect(Collectors.joining("  "));
    }

    private abstract static class Printing<T> implements SinkWriter<T> {
        abstract void print(T element, PrintStream out);

        @Override
        public void write(T element, Context context) {
            print(element, System.out);
        }

        @Override
        public void flush(boolean endOfInput) {}

        @Override
        public void close() {}
    }
}
