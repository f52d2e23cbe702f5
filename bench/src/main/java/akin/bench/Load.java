package akin.bench;

import akin.jobs.config.AkinSettings;
import akin.jobs.config.WireLimits;
import akin.jobs.topology.Environments;
import akin.jobs.topology.EventTime;
import akin.jobs.topology.Topology;
import akin.jobs.wire.MessageReader;
import akin.jobs.wire.MessageWriter;
import akin.models.event.Message;
import akin.models.ranking.Ranking;
import akin.state.Uids;
import akin.state.records.RecordTypes;
import akin.tools.logs.LogSource;
import akin.tools.logs.MessageIterator;
import akin.tools.simulation.Shop;
import akin.tools.simulation.ShopSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * The whole job in this JVM over events that lie in memory as JSON: parsed, put into sessions, learned, ranked for every
 * view, and each ranking serialized. Everything static is measured from inside the one JVM.
 */
final class Load {
    private static final double WARM_UP = 0.4;

    private static byte[][] items;
    private static byte[][] events;
    /** The number in each event's id: a few events come twice or late, so it is not the event's place. */
    private static int[] numbers;
    /** The least number of an event that is measured. */
    private static int first;

    private static double rate;
    private static long[] sentAt;
    private static long[] latencies;
    private static volatile long warmAt;
    private static volatile long lastAt;
    private static final LongAdder RANKINGS = new LongAdder();
    private static final LongAdder BYTES = new LongAdder();

    private Load() {}

    /** What one run measured; latencies in nanoseconds, sorted, of the part after the warm-up. */
    record Result(double eventsPerSecond, long rankings, long bytes, long[] latencies) {
        double latencyMillis(double quantile) {
            int at = Math.min(latencies.length - 1, (int) (latencies.length * quantile));
            return latencies.length == 0 ? Double.NaN : latencies[at] / 1e6;
        }
    }

    /**
     * Makes the input once: a catalogue and events, as JSON.
     *
     * @param warm how many events the model has learned before, the catalogue with them
     */
    static void prepare(ShopSettings shop, int warm, int n) {
        MessageWriter writer = new MessageWriter();
        List<byte[]> catalogue = new ArrayList<>();
        List<byte[]> log = new ArrayList<>();
        List<Integer> ids = new ArrayList<>();
        try (Shop messages = new Shop(shop)) {
            for (int skipped = 0; skipped < warm; ) {
                skipped += messages.next() instanceof Message.ShopEvent ? 1 : 0;
            }
            while (log.size() < n) {
                Message message = messages.next();
                if (message instanceof Message.ShopEvent happened) {
                    ids.add(Integer.parseInt(happened.event().eventId().substring(1)));
                    log.add(writer.event(happened.event()));
                } else if (message instanceof Message.ItemChange change && warm == 0 && log.isEmpty()) {
                    catalogue.add(writer.item(change.item()));
                }
            }
        }
        items = catalogue.toArray(byte[][]::new);
        events = log.toArray(byte[][]::new);
        numbers = ids.stream().mapToInt(Integer::intValue).toArray();
        first = warm == 0 ? 0 : warm + 1;
    }

    /** Returns where an event's times are kept, or -1 when it isn't one of those measured. */
    private static int place(int number) {
        int place = number - first;
        return place >= 0 && place < latencies.length ? place : -1;
    }

    /**
     * Runs the job over the prepared input.
     *
     * @param from the savepoint of the model to start with, or null
     * @param perSecond how many events a second are offered; 0: as many as go through
     */
    static Result run(AkinSettings settings, String from, double perSecond, boolean checkpoints) throws Exception {
        rate = perSecond;
        sentAt = new long[events.length];
        latencies = new long[events.length];
        RANKINGS.reset();
        BYTES.reset();
        WireLimits limits = settings.wire();
        StreamExecutionEnvironment env = Environments.local(settings, from, checkpoints, null);
        env.setBufferTimeout(perSecond > 0 ? 2 : 100);
        Topology.Outputs outputs = new Topology(settings, false)
                .build(env.fromSource(
                                new LogSource(() -> new Offered(limits), from != null, false),
                                EventTime.byEvents(EventTime.ofLog(settings), settings.stream()),
                                "Load",
                                RecordTypes.MESSAGE)
                        .setParallelism(1)
                        .uid(Uids.LOG_SOURCE));
        outputs.rankings().sinkTo(new Measuring()).name("Measure").uid(Uids.RANKINGS_VIEW);
        if (outputs.experiments() != null) {
            outputs.experiments().sinkTo(new DiscardingSink<>()).name("Discard").uid(Uids.EXPERIMENTS_SINK);
        }
        env.execute("load");
        int warmedUp = (int) (events.length * WARM_UP);
        long[] measured = Arrays.stream(latencies, warmedUp, latencies.length)
                .filter(latency -> latency > 0)
                .sorted()
                .toArray();
        double seconds = (lastAt - warmAt) / 1e9;
        return new Result((events.length - warmedUp) / seconds, RANKINGS.sum(), BYTES.sum(), measured);
    }

    /** Parses the JSON in memory, as fast as it goes or at a rate. */
    private static final class Offered implements MessageIterator {
        private final MessageReader reader;
        private int next;
        private long start;

        Offered(WireLimits limits) {
            reader = new MessageReader(limits);
        }

        @Override
        public boolean hasNext() {
            return next < items.length + events.length;
        }

        @Override
        public Message next() {
            if (next < items.length) {
                return reader.item(items[next++], 0, "items");
            }
            int event = next++ - items.length;
            pace(event);
            long now = System.nanoTime();
            if (place(numbers[event]) >= 0) {
                sentAt[place(numbers[event])] = now;
            }
            if (event == (int) (events.length * WARM_UP)) {
                warmAt = now;
            }
            return reader.event(events[event], Long.MAX_VALUE / 4, "events");
        }

        private void pace(int event) {
            if (event == 0) {
                start = System.nanoTime();
            }
            if (rate > 0) {
                long due = start + (long) (event / rate * 1e9);
                for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                    LockSupport.parkNanos(Math.min(wait, 100_000));
                }
            }
        }

        @Override
        public void close() {}
    }

    /** Serializes each ranking, and notes how long after its event it came. */
    private static final class Measuring implements Sink<Ranking> {
        @Override
        public SinkWriter<Ranking> createWriter(WriterInitContext context) {
            MessageWriter writer = new MessageWriter();
            return new SinkWriter<>() {
                @Override
                public void write(Ranking ranking, Context context) {
                    BYTES.add(writer.ranking(ranking).length);
                    RANKINGS.increment();
                    int place = place(Integer.parseInt(ranking.rankingId().substring(1)));
                    long now = System.nanoTime();
                    lastAt = now;
                    if (place >= 0 && sentAt[place] > 0) {
                        latencies[place] = now - sentAt[place];
                    }
                }

                @Override
                public void flush(boolean endOfInput) {}

                @Override
                public void close() {}
            };
        }
    }
}
