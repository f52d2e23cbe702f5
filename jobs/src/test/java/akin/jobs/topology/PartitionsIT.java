package akin.jobs.topology;

import static org.assertj.core.api.Assertions.assertThat;

import akin.jobs.config.AkinSettings;
import akin.models.Fixtures;
import akin.models.event.Arrival;
import akin.models.event.Event;
import akin.models.event.EventType;
import akin.models.event.Message;
import akin.models.event.SourceTime;
import akin.models.loop.PlainLoop;
import akin.models.ranking.Ranking;
import akin.models.recommender.ShardReport;
import akin.operators.ShardsOperator;
import akin.operators.Timing;
import akin.state.records.RecordTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is late, and so the model, is a matter of what the partitions hold: not of who reads which of them, and when. */
class PartitionsIT {
    private static final int PARTITIONS = 4;
    private static final long HOUR = 3_600_000;
    private static final AkinSettings DEFAULTS = settings(1);

    private final List<List<Message>> partitions = new ArrayList<>();
    private final TreeSet<String> late = new TreeSet<>();
    private String digest;
    private List<String> rankings;

    private static AkinSettings settings(int parallelism) {
        return AkinSettings.load(
                null,
                List.of(
                        "ranking.order=event-time",
                        "shards.by=hash",
                        "embedding.dimensions=8",
                        "embedding.negatives=8",
                        "stream.parallelism=" + parallelism));
    }

    /** Some clocks are behind, some far ahead; where arrival is told, none is ahead of it. */
    private void fill(boolean tellsArrival) {
        for (int number = 0; number < PARTITIONS; number++) {
            partitions.add(new ArrayList<>());
        }
        Random random = new Random(29);
        long end = 0;
        for (Message message : Fixtures.messages(5, 60, 100, 3000)) {
            end = message.timestamp() + HOUR;
            if (message instanceof Message.ItemChange change) {
                add(change.item().itemId(), message);
            } else if (message instanceof Message.ShopEvent happened) {
                Event event = happened.event();
                int fault = random.nextInt(100);
                long time = event.timestamp();
                long told = fault < 10 ? time - random.nextInt(900_000) : fault < 12 ? time + 2_400_000 : time;
                add(event.userId(), Message.of(event.at(tellsArrival ? Math.min(time, told) : told)));
            }
        }
        for (int number = 0; number < PARTITIONS; number++) {
            for (String user : List.of("y" + number, "z" + number)) {
                Event last = Event.of("last-" + user, user, "i0", EventType.VIEW, end, null);
                partitions.get(number).add(Message.of(last).from("p" + number));
            }
        }
    }

    private void add(String key, Message message) {
        int number = Math.floorMod(key.hashCode(), PARTITIONS);
        partitions.get(number).add(message.from("p" + number));
    }

    /** The plain loop, which is given of what is late the request for a ranking only. */
    private void expect(Timing timing) {
        PlainLoop loop = new PlainLoop(DEFAULTS.sessions(), DEFAULTS.recommender(), DEFAULTS.shards());
        long outOfOrderness = timing.outOfOrderness().toMillis();
        for (List<Message> partition : partitions) {
            SourceTime time = SourceTime.of("p");
            for (Message message : partition) {
                if (message instanceof Message.ItemChange change) {
                    loop.add(Message.of(time.arrival(change.item(), outOfOrderness)));
                } else if (message instanceof Message.ShopEvent happened) {
                    Event event = happened.event();
                    add(loop, time.arrival(event, outOfOrderness));
                    time = timing.tellsArrival() ? time.arrived(event) : time.read(event);
                }
            }
        }
        List<Ranking> all = new ArrayList<>();
        loop.run(all::add);
        digest = PlainLoop.digest(loop.reports());
        rankings = all.stream().map(Ranking::toString).sorted().toList();
    }

    private void add(PlainLoop loop, Arrival arrival) {
        Event event = arrival.event();
        if (!arrival.isLate()) {
            loop.add(Message.of(event));
            return;
        }
        late.add(event.eventId());
        if (event.type() == EventType.VIEW || event.type() == EventType.REQUEST) {
            loop.add(Message.of(event.asRequest(arrival.when())));
        }
    }

    static Stream<Arguments> runs() {
        return Stream.of(true, false)
                .flatMap(told -> Stream.of(1, 2, 4)
                        .flatMap(parallelism -> Stream.of(
                                Arguments.of(told, parallelism, 7 * parallelism, false),
                                Arguments.of(told, parallelism, 11 * parallelism, true))));
    }

    @ParameterizedTest(name = "arrival told {0}, parallelism {1}, seed {2}, one partition far ahead {3}")
    @MethodSource("runs")
    void oneModelAndOneSetOfLateEvents(boolean tellsArrival, int parallelism, long seed, boolean isFirstAlone)
            throws Exception {
        Timing timing =
                new Timing(DEFAULTS.stream().outOfOrderness(), DEFAULTS.wire().maxSkew(), tellsArrival, false);
        fill(tellsArrival);
        expect(timing);
        AkinSettings settings = settings(parallelism);
        StreamExecutionEnvironment env = Environments.local(settings, null, false, null);
        Topology.Outputs outputs = new Topology(settings, true)
                .build(
                        env.fromSource(
                                        new Partitions(partitions, seed, isFirstAlone),
                                        EventTime.byEvents(timing, settings.stream()),
                                        "Partitions",
                                        RecordTypes.MESSAGE)
                                .uid("partitions"),
                        timing);
        CloseableIterator<Event> lateEvents = outputs.late().collectAsync();
        CloseableIterator<Ranking> made = outputs.rankings().collectAsync();
        JobExecutionResult result = env.execute();

        assertThat(late).hasSizeGreaterThan(100);
        assertThat(ids(lateEvents)).isEqualTo(late);
        List<ShardReport> reports = result.getAccumulatorResult(ShardsOperator.LAST_REPORTS);
        assertThat(PlainLoop.digest(reports)).isEqualTo(digest);
        assertThat(texts(made)).isEqualTo(rankings);
    }

    private static TreeSet<String> ids(CloseableIterator<Event> events) throws Exception {
        try (events) {
            TreeSet<String> ids = new TreeSet<>();
            events.forEachRemaining(event -> ids.add(event.eventId()));
            return ids;
        }
    }

    private static List<String> texts(CloseableIterator<Ranking> made) throws Exception {
        try (made) {
            List<String> texts = new ArrayList<>();
            made.forEachRemaining(ranking -> texts.add(ranking.toString()));
            return texts.stream().sorted().toList();
        }
    }
}
