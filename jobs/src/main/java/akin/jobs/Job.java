package akin.jobs;

import akin.jobs.config.AkinSettings;
import akin.jobs.config.ConfigurationException;
import akin.jobs.kafka.KafkaJob;
import akin.state.Failure;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the job on Kafka: in this JVM, or on the cluster that {@code flink run} submits it to. */
public final class Job {
    private static final Logger LOG = LoggerFactory.getLogger(Job.class);
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private Job() {}

    /**
     * Exits with 0 when done, 1 when failed, 2 when the usage or the configuration is wrong.
     *
     * <p>Under {@code flink run} it returns when the job was submitted, and throws when it was not: an exit would end a
     * process of the cluster, which would be started again without end.
     */
    public static void main(String[] args) throws Exception {
        if (inOwnJvm()) {
            System.exit(execute(args));
        }
        run(Arguments.parse(args));
    }

    /** Returns false under {@code flink run}, where the environment is the client's. */
    private static boolean inOwnJvm() {
        return StreamExecutionEnvironment.areExplicitEnvironmentsAllowed();
    }

    /** Returns the exit code. */
    static int execute(String... args) {
        try {
            run(Arguments.parse(args));
            return 0;
        } catch (UsageException | ConfigurationException e) {
            System.err.println("akin: " + e.getMessage());
            return WRONG_USAGE;
        } catch (Exception e) {
            LOG.debug("failed", e);
            System.err.println("akin: failed: " + Failure.reason(e));
            return FAILED;
        }
    }

    private static void run(Arguments arguments) throws Exception {
        if (arguments.help()) {
            System.out.print(Arguments.HELP);
            return;
        }
        AkinSettings settings = AkinSettings.load(arguments.conf(), arguments.assignments());
        new KafkaJob(settings)
                .run(arguments.from(), arguments.createTopics(), Configuration.fromMap(arguments.flink()));
    }
}
