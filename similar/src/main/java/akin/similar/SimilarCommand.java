package akin.similar;

import akin.similar.longtail.AlsCommand;
import akin.similar.longtail.WhyCommand;
import akin.similar.match.MatchCommand;
import akin.similar.rank.RankCommand;
import akin.similar.verify.VerifyCommand;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine;

/** The batch workflow's command line: {@code akin similar …}. */
@CommandLine.Command(
        name = "akin similar",
        description = "Similar products of a whole catalogue, by picture, title and behaviour.",
        mixinStandardHelpOptions = true,
        version = "akin 0.1.0",
        subcommands = {
            RunCommand.class,
            StatusCommand.class,
            PublishCommand.class,
            CatalogueCommand.class,
            AlsCommand.class,
            WhyCommand.class,
            MatchCommand.class,
            RankCommand.class,
            VerifyCommand.class,
            BenchCommand.class
        })
public final class SimilarCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "which command? see akin similar --help");
    }

    /**
     * Exits with 0 when done, 1 when failed, 2 when the usage or the configuration is wrong, 3 when the answer is no.
     *
     * <p>On a cluster, leaving the JVM would end the JobManager before it tells how the application ended: there it
     * returns, or throws.
     */
    public static void main(String[] args) {
        int code = commandLine().execute(args);
        if (StreamExecutionEnvironment.areExplicitEnvironmentsAllowed()) {
            System.exit(code);
        }
        if (code != 0) {
            throw new IllegalStateException("akin similar ended with " + code);
        }
    }

    /** All commands; executing gives the exit code. */
    public static CommandLine commandLine() {
        return new CommandLine(new SimilarCommand()).setExecutionExceptionHandler(new Failures());
    }
}
