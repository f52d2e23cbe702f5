package akin.jobs.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akin.jobs.config.AkinSettings;
import akin.models.Fixtures;
import akin.models.event.Message;
import akin.models.ranking.Ranking;
import akin.models.recommender.ShardReport;
import akin.operators.ShardsOperator;
import akin.state.records.RecordTypes;
import java.util.List;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.test.util.MiniClusterWithClientResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a failure left of models is no model of the input: it has no digest. */
class FailedRunIT {
    private static final int LAST = 2000;
    private static final AkinSettings SETTINGS = AkinSettings.load(
            null,
            List.of(
                    "ranking.order=event-time",
                    "embedding.learners=[]",
                    "stream.parallelism=1",
                    "checkpoints.directory=file:///nowhere",
                    "checkpoints.interval=1h"));

    private final MiniClusterWithClientResource flink =
            new MiniClusterWithClientResource(new MiniClusterResourceConfiguration.Builder()
                    .setNumberTaskManagers(1)
                    .setNumberSlotsPerTaskManager(1)
                    .build());

    @BeforeEach
    void startCluster() throws Exception {
        flink.before();
    }

    @AfterEach
    void stopCluster() {
        flink.after();
    }

    @Test
    void aRunToTheEndHasADigest() throws Exception {
        JobClient job = start(Integer.MAX_VALUE);
        job.getJobExecutionResult().get();

        assertThat(reports(job))
                .isNotEmpty()
                .allSatisfy(report -> assertThat(report.digest()).isNotNull());
    }

    @Test
    void aRunThatFailedHasNone() throws Exception {
        JobClient job = start(LAST / 2);

        assertThatThrownBy(() -> job.getJobExecutionResult().get()).hasStackTraceContaining("no room for a ranking");
        assertThat(reports(job)).isEmpty();
    }

    /** The sink, in one chain with the shards, takes so many rankings. */
    private static JobClient start(int room) throws Exception {
        Configuration options = new Configuration();
        options.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        StreamExecutionEnvironment env = Environments.live(SETTINGS, null, options);
        List<Message> messages = Fixtures.messages(5, 60, 100, LAST);
        new Topology(SETTINGS, true)
                .build(env.fromSource(
                                new Partitions(List.of(messages), 1, false),
                                EventTime.byEvents(EventTime.ofLog(SETTINGS), SETTINGS.stream()),
                                "Partitions",
                                RecordTypes.MESSAGE)
                        .uid("partitions"))
                .rankings()
                .map(new Room(room), RecordTypes.RANKING)
                .uid("room")
                .sinkTo(new DiscardingSink<>())
                .uid("sink");
        return env.executeAsync();
    }

    private static final class Room implements MapFunction<Ranking, Ranking> {
        private static final long serialVersionUID = 1;
        private int left;

        Room(int left) {
            this.left = left;
        }

        @Override
        public Ranking map(Ranking ranking) {
            if (left-- == 0) {
                throw new IllegalStateException("no room for a ranking");
            }
            return ranking;
        }
    }

    @SuppressWarnings("unchecked")
    private List<ShardReport> reports(JobClient job) throws Exception {
        AccessExecutionGraph graph =
                flink.getMiniCluster().getExecutionGraph(job.getJobID()).get();
        var reports = graph.getAccumulatorsSerialized().get(ShardsOperator.LAST_REPORTS);
        return (List<ShardReport>)
                reports.deserializeValue(getClass().getClassLoader()).get();
    }
}
