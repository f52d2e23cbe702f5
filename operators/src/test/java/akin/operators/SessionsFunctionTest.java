package akin.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akin.models.Fixtures;
import akin.models.catalog.Item;
import akin.models.event.Arrival;
import akin.models.event.DeadLetter;
import akin.models.event.Event;
import akin.models.event.EventType;
import akin.models.experiment.ExperimentSettings;
import akin.models.ranking.Filters;
import akin.models.session.CovisitUnit;
import akin.models.session.SessionsControl;
import akin.models.session.ShardVersions;
import akin.models.shard.ItemUpdate;
import akin.models.shard.RankRequest;
import akin.models.shard.ShardInput;
import akin.models.shard.ShardSettings;
import akin.models.shard.Visit;
import akin.state.records.RecordTypes;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.junit.jupiter.api.Test;

class SessionsFunctionTest {
    private static final long START = Fixtures.START;
    private static final ExperimentSettings NO_EXPERIMENTS =
            new ExperimentSettings(null, false, ExperimentFixtures.attribution(), Duration.ofHours(1));
    private static final Duration KEEP_DELETED = Duration.ofDays(9);
    private static final ShardSettings BY_CATEGORY = new ShardSettings(ShardSettings.By.CATEGORY, 1, 1);

    private KeyedBroadcastOperatorTestHarness<String, Arrival, SessionsControl, ShardInput> harness(
            ShardSettings shards, boolean inEventTime, int parallelism, int index, OperatorSubtaskState from)
            throws Exception {
        return harness(shards, inEventTime, parallelism, index, from, NO_EXPERIMENTS);
    }

    private KeyedBroadcastOperatorTestHarness<String, Arrival, SessionsControl, ShardInput> harness(
            ShardSettings shards,
            boolean inEventTime,
            int parallelism,
            int index,
            OperatorSubtaskState from,
            ExperimentSettings experiments)
            throws Exception {
        SessionsFunction function = new SessionsFunction(
                Fixtures.sessionSettings(CovisitUnit.USER),
                List.of(Fixtures.placement("similar", Filters.NONE), Fixtures.placement("broken", null)),
                shards,
                inEventTime,
                3,
                KEEP_DELETED,
                experiments);
        KeyedBroadcastOperatorTestHarness<String, Arrival, SessionsControl, ShardInput> harness =
                new KeyedBroadcastOperatorTestHarness<>(
                        new CoBroadcastWithKeyedOperator<>(function, List.of(SessionsFunction.SHARDS)),
                        Arrival::owner,
                        Types.STRING,
                        128,
                        parallelism,
                        index);
        harness.setup(RecordTypes.SHARD_INPUT.createSerializer(new SerializerConfigImpl()));
        if (from != null) {
            harness.initializeState(
                    AbstractStreamOperatorTestHarness.repartitionOperatorState(from, 128, 1, parallelism, index));
        }
        harness.open();
        return harness;
    }

    private static void view(
            KeyedBroadcastOperatorTestHarness<String, Arrival, SessionsControl, ShardInput> harness,
            String id,
            String user,
            String item,
            long second)
            throws Exception {
        view(harness, id, user, item, second, second);
    }

    private static void view(
            KeyedBroadcastOperatorTestHarness<String, Arrival, SessionsControl, ShardInput> harness,
            String id,
            String user,
            String item,
            long second,
            long at)
            throws Exception {
        Event event = Fixtures.view(id, user, item, START + 1000 * second);
        harness.processElement(new StreamRecord<>(new Arrival(event, START + 1000 * at), event.timestamp()));
    }

    private static void watermark(
            KeyedBroadcastOperatorTestHarness<String, Arrival, SessionsControl, ShardInput> harness, long second)
            throws Exception {
        harness.processBroadcastWatermark(new Watermark(START + 1000 * second));
        harness.processWatermark(new Watermark(START + 1000 * second));
    }

    private static int shoppers(
            KeyedBroadcastOperatorTestHarness<String, Arrival, SessionsControl, ShardInput> harness) {
        AbstractStreamOperator<?> operator = (AbstractStreamOperator<?>) harness.getOperator();
        return ((HeapKeyedStateBackend<?>) operator.getKeyedStateBackend()).numKeyValueStateEntries();
    }

    private static List<Visit> visits(
            KeyedBroadcastOperatorTestHarness<String, Arrival, SessionsControl, ShardInput> harness) {
        return harness.extractOutputValues().stream()
                .filter(Visit.class::isInstance)
                .map(Visit.class::cast)
                .toList();
    }

    @Test
    void requestsLeaveAtOnceAndVisitsInOrderAfterTheWatermark() throws Exception {
        try (var harness = harness(ShardSettings.ONE, false, 1, 0, null)) {
            view(harness, "e1", "u", "b", 2);
            view(harness, "e2", "u", "a", 1);
            assertThat(harness.extractOutputValues()).hasSize(2).allMatch(RankRequest.class::isInstance);
            assertThat(((RankRequest) harness.extractOutputValues().get(1)).window())
                    .containsExactly("a");

            watermark(harness, 2);
            assertThat(visits(harness)).extracting(Visit::itemId).containsExactly("a", "b");
            assertThat(visits(harness).get(1).window()).containsExactly("a");
        }
    }

    @Test
    void inEventTimeRequestsWaitToo() throws Exception {
        try (var harness = harness(ShardSettings.ONE, true, 1, 0, null)) {
            view(harness, "e1", "u", "a", 1);
            assertThat(harness.extractOutputValues()).isEmpty();
            watermark(harness, 1);
            assertThat(harness.extractOutputValues()).hasSize(2);
        }
    }

    @Test
    void lateEventsAreSetAsideButGetTheirRanking() throws Exception {
        for (boolean inEventTime : new boolean[] {false, true}) {
            try (var harness = harness(ShardSettings.ONE, inEventTime, 1, 0, null)) {
                watermark(harness, 50);
                view(harness, "e1", "u", "a", 99, 101);
                watermark(harness, 200);

                assertThat(harness.getSideOutput(SessionsFunction.LATE)).hasSize(1);
                assertThat(harness.extractOutputValues())
                        .singleElement()
                        .isInstanceOfSatisfying(
                                RankRequest.class,
                                request -> assertThat(request.timestamp())
                                        .isEqualTo(START + (inEventTime ? 101_000 : 99_000)));
            }
        }
    }

    @Test
    void duplicatesAreDropped() throws Exception {
        try (var harness = harness(ShardSettings.ONE, false, 1, 0, null)) {
            view(harness, "e1", "u", "a", 1);
            view(harness, "e1", "u", "a", 1);
            watermark(harness, 5);
            view(harness, "e1", "u", "a", 1);

            assertThat(harness.extractOutputValues()).hasSize(2);
            assertThat(harness.getSideOutput(SessionsFunction.LATE)).isNull();
        }
    }

    @Test
    void aRestoreAtAnotherParallelismLosesNothing() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = harness(ShardSettings.ONE, false, 1, 0, null)) {
            for (int user = 0; user < 20; user++) {
                view(harness, "e" + user, "u" + user, "a", 1);
                view(harness, "f" + user, "u" + user, "b", 10);
            }
            watermark(harness, 5);
            snapshot = harness.snapshot(1, 1);
        }
        int seen = 0;
        for (int index = 0; index < 2; index++) {
            try (var harness = harness(ShardSettings.ONE, false, 2, index, snapshot)) {
                watermark(harness, 20);
                assertThat(visits(harness))
                        .allMatch(visit -> visit.itemId().equals("b")
                                && visit.companions().equals(List.of("a"))
                                && visit.sequence() == 1);
                seen += visits(harness).size();
            }
        }
        assertThat(seen).isEqualTo(20);
    }

    @Test
    void idleShoppersAreForgotten() throws Exception {
        try (var harness = harness(ShardSettings.ONE, false, 1, 0, null)) {
            for (int user = 0; user < 10; user++) {
                view(harness, "e" + user, "u" + user, "a", user);
            }
            watermark(harness, 60);
            assertThat(shoppers(harness)).isEqualTo(10);
            watermark(harness, Duration.ofDays(40).toSeconds());
            assertThat(shoppers(harness)).isZero();
        }
    }

    @Test
    void aReturningShopperIsKept() throws Exception {
        try (var harness = harness(ShardSettings.ONE, false, 1, 0, null)) {
            view(harness, "e1", "u", "a", 0);
            long later = Duration.ofDays(20).toSeconds();
            watermark(harness, later - 1);
            view(harness, "e2", "u", "b", later);
            watermark(harness, Duration.ofDays(35).toSeconds());
            assertThat(shoppers(harness)).isEqualTo(1);
            watermark(harness, Duration.ofDays(60).toSeconds());
            assertThat(shoppers(harness)).isZero();
        }
    }

    @Test
    void theCatalogueTellsTheShardAsOfTheVisit() throws Exception {
        try (var harness = harness(BY_CATEGORY, false, 1, 0, null)) {
            harness.processBroadcastElement(
                    SessionsControl.of(new ItemUpdate(1, Item.of("a", START, List.of("x")), 0)), START);
            view(harness, "e1", "u", "a", 5);
            view(harness, "e2", "u", "a", 50);
            harness.processBroadcastElement(
                    SessionsControl.of(new ItemUpdate(2, Item.of("a", START + 20_000, List.of("y")), 1)), START);
            watermark(harness, 100);

            assertThat(visits(harness)).extracting(Visit::shard).containsExactly(1, 2);
        }
    }

    @Test
    void deletedItemsLeaveWhenTheyAreNoLongerAskedFor() throws Exception {
        try (var harness = harness(BY_CATEGORY, false, 1, 0, null)) {
            long day = Duration.ofDays(1).toSeconds();
            BroadcastState<String, ShardVersions> shards = ((AbstractStreamOperator<?>) harness.getOperator())
                    .getOperatorStateBackend()
                    .getBroadcastState(SessionsFunction.SHARDS);
            int most = 0;
            for (int i = 0; i < 300; i++) {
                long time = START + 1000 * day * i;
                harness.processBroadcastElement(
                        SessionsControl.of(new ItemUpdate(1, Item.of("i" + i, time, List.of("x")), 2 * i)), time);
                harness.processBroadcastElement(
                        SessionsControl.of(new ItemUpdate(1, Item.deleted("i" + i, time), 2 * i + 1)), time);
                view(harness, "e" + i, "u", "i" + Math.max(0, i - 8), day * i);
                view(harness, "f" + i, "u", "i" + Math.max(0, i - 20), day * i);
                watermark(harness, day * i);
                int[] size = {0};
                shards.iterator().forEachRemaining(item -> size[0]++);
                most = Math.max(most, size[0]);
            }
            assertThat(most).isLessThan(13);
            assertThat(visits(harness))
                    .filteredOn(Visit::atItem)
                    .extracting(Visit::shard)
                    .endsWith(1, 0, 1, 0);
        }
    }

    private static List<DeadLetter> deadLetters(
            KeyedBroadcastOperatorTestHarness<String, Arrival, SessionsControl, ShardInput> harness) {
        var letters = harness.getSideOutput(SessionsFunction.DEAD_LETTERS);
        return letters == null
                ? List.of()
                : letters.stream().map(StreamRecord::getValue).toList();
    }

    @Test
    void whatABotSendsBeyondTheCeilingIsSetAside() throws Exception {
        try (var harness = harness(ShardSettings.ONE, false, 1, 0, null)) {
            for (int i = 0; i < 1003; i++) {
                view(harness, "e" + i, "bot", "i" + i, 1);
            }
            view(harness, "e1002", "bot", "i1002", 1);
            view(harness, "e1", "u", "a", 1);

            assertThat(harness.extractOutputValues()).hasSize(1004).allMatch(RankRequest.class::isInstance);
            assertThat(deadLetters(harness)).hasSize(3).allSatisfy(letter -> {
                assertThat(letter.origin()).isEqualTo("sessions, bot");
                assertThat(letter.reason()).contains("1000 events of the user wait", "sessions.waiting_events");
                assertThat(letter.text()).contains("eventId=e100");
            });
            watermark(harness, 2);
            assertThat(visits(harness)).hasSize(201);
            view(harness, "e2000", "bot", "i0", 3);
            watermark(harness, 4);
            assertThat(deadLetters(harness)).hasSize(3);
        }
    }

    /** What is asked for where a placement has no filters. */
    private static Arrival broken(String id, long second) {
        long time = START + 1000 * second;
        return new Arrival(new Event(id, "u", "a", EventType.VIEW, time, null, "broken", null, null), time);
    }

    @Test
    void whatMakesSessionsFailIsSetAsideUntilItIsTooMuch() throws Exception {
        for (boolean inEventTime : new boolean[] {false, true}) {
            try (var harness = harness(ShardSettings.ONE, inEventTime, 1, 0, null)) {
                view(harness, "e1", "u", "a", 1);
                harness.processElement(new StreamRecord<>(broken("e2", 2), START + 2000));
                view(harness, "e3", "u", "b", 3);
                harness.processElement(new StreamRecord<>(broken("e4", 4), START + 4000));
                view(harness, "e5", "u", "c", 5);
                watermark(harness, 6);

                assertThat(visits(harness)).extracting(Visit::itemId).containsExactly("a", "b", "c");
                assertThat(deadLetters(harness))
                        .hasSize(2)
                        .allSatisfy(letter -> assertThat(letter.toString())
                                .contains("sessions, u", "java.lang.NullPointerException"));
                assertThatThrownBy(() -> {
                            harness.processElement(new StreamRecord<>(broken("e6", 7), START + 7000));
                            watermark(harness, 8);
                        })
                        .hasStackTraceContaining("3 inputs made a model fail, stream.failures allows 2");
            }
        }
    }

    @Test
    void allThatIsDueLeavesNoTimersBehind() throws Exception {
        try (var harness = harness(ShardSettings.ONE, false, 1, 0, null)) {
            for (int i = 0; i < 50; i++) {
                view(harness, "e" + i, "u", "i" + i, i);
            }
            assertThat(harness.numEventTimeTimers()).isEqualTo(51);
            watermark(harness, 39);
            assertThat(visits(harness)).hasSize(40);
            assertThat(harness.numEventTimeTimers()).isEqualTo(11);
            watermark(harness, 60);
            assertThat(visits(harness)).hasSize(50);
            assertThat(harness.numEventTimeTimers()).isEqualTo(1);
        }
    }

    @Test
    void definitionsSurviveARestoreAtAnotherParallelism() throws Exception {
        ExperimentSettings byMessages = ExperimentFixtures.settings(null);
        OperatorSubtaskState state;
        try (var harness = harness(BY_CATEGORY, false, 1, 0, null, byMessages)) {
            harness.processBroadcastElement(
                    SessionsControl.of(ExperimentFixtures.definitions(1, ExperimentFixtures.START, "salt")), 0);
            harness.processBroadcastElement(
                    SessionsControl.of(ExperimentFixtures.definitions(2, ExperimentFixtures.START + 1, "other")), 0);
            assertThat(harness.getSideOutput(SessionsFunction.DEAD_LETTERS)).hasSize(1);
            state = harness.snapshot(1, 1);
        }
        int assigned = 0;
        for (int index = 0; index < 2; index++) {
            try (var harness = harness(BY_CATEGORY, false, 2, index, state, byMessages)) {
                for (int user = 0; user < 20; user++) {
                    Event event = Fixtures.view("e" + user, "u" + user, "i1", ExperimentFixtures.START + 2);
                    int group = KeyGroupRangeAssignment.assignKeyToParallelOperator(event.userId(), 128, 2);
                    if (group == index) {
                        harness.processElement(
                                new StreamRecord<>(new Arrival(event, event.timestamp()), event.timestamp()));
                        RankRequest request = (RankRequest) harness.extractOutputValues()
                                .get(harness.extractOutputValues().size() - 1);
                        assertThat(request.assignment().trials()).hasSize(1);
                        assigned++;
                    }
                }
            }
        }
        assertThat(assigned).isEqualTo(20);
    }
}
