package akin.operators;

import akin.models.experiment.ArmChange;
import akin.models.experiment.Definitions;
import akin.models.experiment.Experiment;
import akin.models.experiment.ExperimentReport;
import akin.models.experiment.ExperimentSettings;
import akin.models.experiment.Standing;
import akin.models.experiment.Timeline;
import akin.state.OperatorStates;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/** Keeps the sums of an experiment's arms, and looks at them at fixed steps of event time. */
public final class StatisticsFunction
        extends KeyedBroadcastProcessFunction<String, ArmChange, Definitions, ExperimentReport>
        implements CheckpointedFunction {
    /** Definitions by version. */
    public static final MapStateDescriptor<Long, Definitions> EXPERIMENTS = OperatorStates.experiments();

    private final ExperimentSettings settings;

    private transient ExperimentTimeline timeline;
    private transient ValueState<Standing> standings;
    private transient ExperimentMetrics metrics;
    private transient Tally unknown;

    public StatisticsFunction(ExperimentSettings settings) {
        this.settings = settings;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        timeline = new ExperimentTimeline(
                context.getOperatorStateStore().getBroadcastState(EXPERIMENTS), settings.definitions());
    }

    /** Broadcast state is written as it changes. */
    @Override
    public void snapshotState(FunctionSnapshotContext context) {}

    @Override
    public void open(OpenContext context) {
        standings = getRuntimeContext().getState(OperatorStates.standing());
        metrics = new ExperimentMetrics(getRuntimeContext().getMetricGroup());
        unknown = new Tally(getRuntimeContext(), "experiments_unknown");
    }

    /** Those that are refused are told by the sessions, which refuse the same. */
    @Override
    public void processBroadcastElement(Definitions definitions, Context context, Collector<ExperimentReport> out)
            throws Exception {
        timeline.take(definitions);
    }

    @Override
    public void processElement(ArmChange change, ReadOnlyContext context, Collector<ExperimentReport> out)
            throws Exception {
        long look = settings.lookAfter(Math.max(change.look(), context.currentWatermark() + 1));
        Standing standing = standings.value();
        Standing after = standing == null ? new Standing() : standing.copy();
        after.take(change.arm(), change.moments(), look);
        standings.update(after);
        context.timerService().registerEventTimeTimer(look);
        Experiment experiment = timeline.known().experiment(change.experiment());
        if (experiment != null) {
            context.timerService().registerEventTimeTimer(end(experiment));
        }
    }

    /** From here on nothing counts any more, and all looks are over. */
    private long end(Experiment experiment) {
        return settings.lookAfter(
                        experiment.period().end() + settings.attribution().longestWindow())
                + 1;
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<ExperimentReport> out) throws Exception {
        Standing standing = standings.value();
        if (standing == null) {
            return;
        }
        Timeline known = timeline.known();
        Experiment experiment = known.experiment(context.getCurrentKey());
        Standing after = standing.copy();
        if (experiment == null) {
            unknown.increment();
            after.advance(timestamp);
            standings.update(after);
        } else if (timestamp >= end(experiment)) {
            standings.clear();
        } else if (settings.lookAfter(timestamp) == timestamp) {
            ExperimentReport report = new ExperimentReport(
                    experiment.id(),
                    known.at(timestamp).version(),
                    experiment.design().arms(),
                    experiment.design().primary().name(),
                    after.look(timestamp, experiment.design()));
            standings.update(after);
            metrics.show(report);
            out.collect(report);
        }
    }
}
