package akin.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import akin.jobs.config.AkinSettings;
import akin.jobs.kubernetes.Deployed;
import akin.jobs.topology.Environments;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/** The autoscaler leaves alone what the job itself fixes at one subtask. */
class ScalingTest {
    @Test
    void leavesSingleOperatorsAlone() throws Exception {
        AkinSettings settings = AkinSettings.load(null, List.of("stream.parallelism=2"));
        StreamExecutionEnvironment env = Environments.live(settings, null, new Configuration());
        new KafkaJob(settings).build(env);
        List<String> single = StreamSupport.stream(
                        env.getStreamGraph().getJobGraph().getVertices().spliterator(), false)
                .filter(vertex -> vertex.getParallelism() == 1)
                .map(JobVertex::getID)
                .map(Object::toString)
                .toList();

        assertThat(single).isNotEmpty();
        assertThat(Deployed.unscaled()).containsExactlyInAnyOrderElementsOf(single);
    }

    /** Between two vertices of different parallelism Flink would deal messages out in turn. */
    @Test
    void scalesWhatReadsAndWhatSortsMessagesAsOne() throws Exception {
        Configuration flink = new Configuration();
        flink.set(PipelineOptions.OPERATOR_CHAINING, false);
        AkinSettings settings = AkinSettings.load(null, List.of("stream.parallelism=2"));
        StreamExecutionEnvironment env = Environments.live(settings, null, flink);
        new KafkaJob(settings).build(env);

        assertThat(env.getStreamGraph().getJobGraph().getVertices())
                .extracting(JobVertex::getName)
                .anyMatch(name -> name.startsWith("Source: Events") && name.contains("Sort events"))
                .anyMatch(name -> name.startsWith("Source: Catalogue") && name.contains("Sort catalogue"));
    }
}
