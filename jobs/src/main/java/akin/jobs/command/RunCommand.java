package akin.jobs.command;

import akin.jobs.config.AkinSettings;
import akin.jobs.kafka.KafkaJob;
import java.util.concurrent.Callable;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine;

@CommandLine.Command(
        name = "run",
        description = "Runs the job on Kafka: in this JVM, or on the cluster that flink run submits it to.",
        mixinStandardHelpOptions = true)
public final class RunCommand implements Callable<Integer> {
    @CommandLine.Option(
            names = "--from",
            paramLabel = "PATH",
            description =
                    "Start from a savepoint or checkpoint; 'latest' takes the newest under checkpoints.directory.")
    private String from;

    @CommandLine.Option(names = "--create-topics", description = "Create the topics that are missing.")
    private boolean createTopics;

    @CommandLine.Mixin
    private SettingsOptions settings;

    /** False under {@code flink run}, where the environment is the client's. */
    public static boolean inOwnJvm() {
        return StreamExecutionEnvironment.areExplicitEnvironmentsAllowed();
    }

    @Override
    public Integer call() throws Exception {
        AkinSettings loaded = settings.load();
        new KafkaJob(loaded).run(from(), createTopics);
        return CommandLine.ExitCode.OK;
    }

    private String from() {
        return from == null || from.equals(KafkaJob.LATEST) ? from : new Location().convert(from);
    }
}
