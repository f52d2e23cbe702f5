package akin.jobs.topology;

import akin.jobs.config.AkinSettings;
import akin.jobs.config.ExperimentsReader;
import akin.models.catalog.Item;
import akin.models.event.Arrival;
import akin.models.event.DeadLetter;
import akin.models.event.Event;
import akin.models.event.Message;
import akin.models.experiment.Definitions;
import akin.models.experiment.ExperimentReport;
import akin.models.ranking.Ranking;
import akin.models.recommender.ShardReport;
import akin.models.session.SessionsControl;
import akin.models.shard.ItemUpdate;
import akin.models.shard.ShardInput;
import akin.models.shard.ShardSettings;
import akin.operators.DirectoryFunction;
import akin.operators.SessionsFunction;
import akin.operators.ShardsOperator;
import akin.operators.ShardsOptions;
import akin.operators.SortMessages;
import akin.operators.Timing;
import akin.state.Uids;
import akin.state.records.RecordTypes;
import java.time.Duration;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** The job between its sources and sinks: the same live, in a replay and in tests. */
public final class Topology {
    /** So long rankings and barriers wait at most for what is learned, but for one batch. */
    private static final Duration SLICE = Duration.ofMillis(5);

    private final AkinSettings settings;
    private final boolean reportAtEnd;
    private DataStream<String> control;

    /**
     * @param reportAtEnd whether the job's result carries the shards' last reports
     */
    public Topology(AkinSettings settings, boolean reportAtEnd) {
        this.settings = settings;
        this.reportAtEnd = reportAtEnd;
    }

    /**
     * What comes out of the job.
     *
     * @param experiments looks at experiments; null when there can be none
     */
    public record Outputs(
            DataStream<Ranking> rankings,
            DataStream<ShardReport> reports,
            DataStream<DeadLetter> deadLetters,
            DataStream<Event> late,
            DataStream<ExperimentReport> experiments) {}

    /** Takes definitions of experiments from messages, too. */
    public Topology controlledBy(DataStream<String> messages) {
        control = messages;
        return this;
    }

    /** Builds the job over a log, of events and catalogue changes that carry timestamps and watermarks. */
    public Outputs build(DataStream<Message> log) {
        return build(log, EventTime.ofLog(settings));
    }

    /** The same where event time goes otherwise. */
    public Outputs build(DataStream<Message> log, Timing timing) {
        SingleOutputStreamOperator<Arrival> events = sort(log, timing, "Sort messages", Uids.SORT_MESSAGES);
        return build(
                events,
                events,
                events.getSideOutput(SortMessages.ITEMS),
                events.getSideOutput(SortMessages.DEAD_LETTERS));
    }

    /** Builds the job over two topics. */
    public Outputs build(DataStream<Message> events, DataStream<Message> catalog, Timing timing) {
        SingleOutputStreamOperator<Arrival> sorted = sort(events, timing, "Sort events", Uids.SORT_MESSAGES);
        SingleOutputStreamOperator<Arrival> changes = sort(catalog, timing, "Sort catalogue", Uids.SORT_CATALOG);
        return build(
                sorted,
                needsDirectory() ? sorted : sorted.union(changes),
                changes.getSideOutput(SortMessages.ITEMS),
                sorted.getSideOutput(SortMessages.DEAD_LETTERS)
                        .union(changes.getSideOutput(SortMessages.DEAD_LETTERS)));
    }

    /**
     * Builds the job over sorted messages.
     *
     * @param arrivals the events, and the catalogue changes that sessions pass on
     */
    private Outputs build(
            DataStream<Arrival> events,
            DataStream<Arrival> arrivals,
            DataStream<Item> items,
            DataStream<DeadLetter> deadLetters) {
        SingleOutputStreamOperator<ItemUpdate> catalog = directory(items);
        SingleOutputStreamOperator<Definitions> definitions = control == null ? null : definitions();
        SingleOutputStreamOperator<ShardInput> visits = sessions(arrivals, catalog, definitions);
        SingleOutputStreamOperator<Ranking> rankings = shards(visits, catalog);
        DataStream<DeadLetter> letters = deadLetters.union(
                catalog.getSideOutput(DirectoryFunction.DEAD_LETTERS),
                visits.getSideOutput(SessionsFunction.DEAD_LETTERS),
                rankings.getSideOutput(ShardsOperator.DEAD_LETTERS));
        return new Outputs(
                rankings,
                rankings.getSideOutput(ShardsOperator.REPORTS),
                definitions == null ? letters : letters.union(definitions.getSideOutput(SortMessages.DEAD_LETTERS)),
                visits.getSideOutput(SessionsFunction.LATE),
                settings.experiments().isOn()
                        ? new ExperimentTopology(settings)
                                .build(events, rankings, definitions == null ? none(catalog) : definitions)
                        : null);
    }

    private SingleOutputStreamOperator<Definitions> definitions() {
        return control.process(new ControlFunction(ExperimentsReader.known(settings)), RecordTypes.DEFINITIONS)
                .setParallelism(1)
                .name("Control")
                .uid(Uids.CONTROL);
    }

    /** No definitions, in the event time of what there is. */
    private static DataStream<Definitions> none(DataStream<ItemUpdate> catalog) {
        return catalog.flatMap((FlatMapFunction<ItemUpdate, Definitions>) (update, out) -> {}, RecordTypes.DEFINITIONS)
                .setParallelism(1)
                .name("No control")
                .uid(Uids.CONTROL);
    }

    /** In one chain with its source, so that no change of parallelism comes between them and messages keep their order. */
    private SingleOutputStreamOperator<Arrival> sort(
            DataStream<Message> messages, Timing timing, String name, String uid) {
        return messages.transform(name, RecordTypes.ARRIVAL, new SortMessages(timing, !needsDirectory()))
                .setParallelism(messages.getParallelism())
                .uid(uid);
    }

    /** Whether an item's shard follows from where the catalogue puts it, which one subtask numbers for all. */
    private boolean needsDirectory() {
        return settings.shards().by() == ShardSettings.By.CATEGORY;
    }

    private SingleOutputStreamOperator<ItemUpdate> directory(DataStream<Item> items) {
        return items.keyBy(item -> 0, Types.INT)
                .process(new DirectoryFunction(settings.shards()), RecordTypes.ITEM_UPDATE)
                .setParallelism(1)
                .name("Directory of items")
                .uid(Uids.DIRECTORY);
    }

    private SingleOutputStreamOperator<ShardInput> sessions(
            DataStream<Arrival> events, DataStream<ItemUpdate> catalog, DataStream<Definitions> definitions) {
        return events.keyBy(Arrival::owner, Types.STRING)
                .connect(forSessions(catalog, definitions).broadcast(SessionsFunction.SHARDS))
                .process(
                        new SessionsFunction(
                                settings.sessions(),
                                settings.recommender().placements(),
                                settings.shards(),
                                settings.stream().rankInEventTime(),
                                settings.stream().failures(),
                                settings.recommender().catalog().idleExpiry(),
                                settings.experiments()),
                        RecordTypes.SHARD_INPUT)
                .name("Sessions")
                .uid(Uids.SESSIONS);
    }

    private DataStream<SessionsControl> forSessions(
            DataStream<ItemUpdate> catalog, DataStream<Definitions> definitions) {
        boolean needed = needsDirectory();
        DataStream<SessionsControl> directory = catalog.flatMap(
                        (FlatMapFunction<ItemUpdate, SessionsControl>) (update, out) -> {
                            if (needed) {
                                out.collect(SessionsControl.of(update));
                            }
                        },
                        RecordTypes.SESSIONS_CONTROL)
                .setParallelism(1)
                .name("Directory for sessions")
                .uid(Uids.DIRECTORY_BROADCAST);
        return definitions == null
                ? directory
                : directory.union(definitions
                        .map(SessionsControl::of, RecordTypes.SESSIONS_CONTROL)
                        .setParallelism(1)
                        .name("Control for sessions")
                        .uid(Uids.CONTROL_BROADCAST));
    }

    private SingleOutputStreamOperator<Ranking> shards(DataStream<ShardInput> visits, DataStream<ItemUpdate> catalog) {
        DataStream<ShardInput> updates = catalog.map(update -> (ShardInput) update, RecordTypes.SHARD_INPUT)
                .setParallelism(1)
                .name("Catalogue for shards")
                .uid(Uids.CATALOG_UPDATES);
        return visits.union(updates)
                .keyBy(new ByShard(visits.getExecutionEnvironment().getMaxParallelism()), Types.INT)
                .transform(
                        "Shards",
                        RecordTypes.RANKING,
                        new ShardsOperator(settings.recommender(), settings.shards(), options()))
                .uid(Uids.SHARDS);
    }

    /** In a log nobody waits for a ranking, and its savepoint is to hold all of it. */
    private ShardsOptions options() {
        return new ShardsOptions(
                settings.stream().rankInEventTime(),
                settings.stream().qualityEvery(),
                reportAtEnd,
                reportAtEnd ? Duration.ZERO : SLICE,
                settings.stream().failures(),
                settings.stream().waitingInputs());
    }
}
