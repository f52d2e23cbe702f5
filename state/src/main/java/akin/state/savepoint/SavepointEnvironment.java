package akin.state.savepoint;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Makes environments in this JVM, of one subtask, that read and write savepoints. */
public final class SavepointEnvironment {
    private static final int MANAGED_MEBIBYTES = 256;

    private SavepointEnvironment() {}

    public static StreamExecutionEnvironment create() {
        Configuration config = new Configuration();
        config.set(CoreOptions.CHECK_LEAKED_CLASSLOADER, false);
        config.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(MANAGED_MEBIBYTES));
        config.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        // Readers of state give nulls, which only objects that are handed on as they are let pass to a filter.
        config.set(PipelineOptions.OBJECT_REUSE, true);
        config.set(ExecutionOptions.SNAPSHOT_COMPRESSION, true);
        // What a batch job is cut into is known: one subtask.
        config.set(JobManagerOptions.SCHEDULER, JobManagerOptions.SchedulerType.Default);
        return StreamExecutionEnvironment.createLocalEnvironment(1, config);
    }
}
