package akin.jobs.topology;

import akin.jobs.config.AkinSettings;
import akin.models.attribution.Change;
import akin.models.attribution.Exposure;
import akin.models.event.Arrival;
import akin.models.event.Event;
import akin.models.experiment.ArmChange;
import akin.models.experiment.Definitions;
import akin.models.experiment.ExperimentReport;
import akin.models.ranking.Ranking;
import akin.operators.AttributionFunction;
import akin.operators.ExposuresFunction;
import akin.operators.OutcomesFunction;
import akin.operators.StatisticsFunction;
import akin.operators.SumChanges;
import akin.state.Uids;
import akin.state.records.RecordTypes;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The part of the job that judges experiments. */
final class ExperimentTopology {
    private final AkinSettings settings;

    ExperimentTopology(AkinSettings settings) {
        this.settings = settings;
    }

    DataStream<ExperimentReport> build(
            DataStream<Arrival> events, DataStream<Ranking> rankings, DataStream<Definitions> definitions) {
        return statistics(sums(attribution(outcomes(events), exposures(rankings))), definitions);
    }

    /** In one chain with what sorts the events, so that no event is sent to be picked. */
    private static DataStream<Event> outcomes(DataStream<Arrival> events) {
        return events.flatMap(new OutcomesFunction(), RecordTypes.EVENT)
                .setParallelism(events.getParallelism())
                .name("Outcomes")
                .uid(Uids.OUTCOMES);
    }

    private static DataStream<Exposure> exposures(DataStream<Ranking> rankings) {
        return rankings.flatMap(new ExposuresFunction(), RecordTypes.EXPOSURE)
                .name("Exposures")
                .uid(Uids.EXPOSURES);
    }

    private DataStream<Change> attribution(DataStream<Event> outcomes, DataStream<Exposure> exposures) {
        return outcomes.keyBy(Event::userId, Types.STRING)
                .connect(exposures.keyBy(Exposure::userId, Types.STRING))
                .process(
                        new AttributionFunction(
                                settings.experiments(), settings.sessions().waitingEvents()),
                        RecordTypes.CHANGE)
                .name("Attribution")
                .uid(Uids.ATTRIBUTION);
    }

    /** In one chain with attribution, so that no single change is sent. */
    private DataStream<ArmChange> sums(DataStream<Change> changes) {
        return changes.transform("Sum changes", RecordTypes.ARM_CHANGE, new SumChanges(settings.experiments()))
                .uid(Uids.SUM_CHANGES);
    }

    private DataStream<ExperimentReport> statistics(
            DataStream<ArmChange> changes, DataStream<Definitions> definitions) {
        return changes.keyBy(ArmChange::experiment, Types.STRING)
                .connect(definitions.broadcast(StatisticsFunction.EXPERIMENTS))
                .process(new StatisticsFunction(settings.experiments()), RecordTypes.EXPERIMENT_REPORT)
                .name("Statistics")
                .uid(Uids.STATISTICS);
    }
}
