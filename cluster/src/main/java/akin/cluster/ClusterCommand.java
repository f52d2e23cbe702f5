package akin.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.fs.FileSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "akin cluster",
        description = "A Flink cluster of several JVMs on this machine, and the job on it.",
        mixinStandardHelpOptions = true)
public final class ClusterCommand implements Runnable {
    @Option(
            names = "--dir",
            paramLabel = "DIR",
            defaultValue = "out/cluster",
            scope = CommandLine.ScopeType.INHERIT,
            description = "Folder of the cluster: conf, logs, pids, checkpoints, savepoints (${DEFAULT-VALUE}).")
    private Path folder;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "what about the cluster? see akin cluster --help");
    }

    /** Exits with 0 when done, 1 when failed, 2 when the usage or the configuration is wrong. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new ClusterCommand()).setExecutionExceptionHandler((failure, command, parsed) -> {
            boolean wrongUsage = failure instanceof IllegalArgumentException;
            String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
            command.getErr().println("akin: " + (wrongUsage ? "" : "failed: ") + message);
            return wrongUsage ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
        });
    }

    private Cluster cluster() {
        return new Cluster(new ClusterFolder(folder), Home.ofLauncher());
    }

    @Command(
            description =
                    "Starts ZooKeeper, a JobManager, TaskManagers and, with --kafka, a broker; starts again what dies.",
            mixinStandardHelpOptions = true)
    int start(
            @Option(names = "--taskmanagers", paramLabel = "N", defaultValue = "2", description = "${DEFAULT-VALUE}")
                    int taskManagers,
            @Option(names = "--slots", paramLabel = "N", defaultValue = "2", description = "Of each TaskManager.")
                    int slots,
            @Option(names = "--memory", paramLabel = "SIZE", defaultValue = "2g", description = "Of each TaskManager.")
                    String memory,
            @Option(names = "--rest-port", paramLabel = "PORT", defaultValue = "8081", description = "${DEFAULT-VALUE}")
                    int restPort,
            @Option(names = "--kafka", description = "A Kafka broker besides.") boolean kafka,
            @Option(
                            names = "--kafka-port",
                            paramLabel = "PORT",
                            defaultValue = "9092",
                            description = "${DEFAULT-VALUE}")
                    int kafkaPort,
            @Option(names = "-D", paramLabel = "KEY=VALUE", description = "A setting of Flink; may be repeated.")
                    Map<String, String> flink)
            throws IOException, InterruptedException {
        Cluster cluster = cluster();
        cluster.start(new ClusterSettings(
                taskManagers, slots, memory, restPort, kafka ? kafkaPort : 0, flink == null ? Map.of() : flink));
        new StatusText(cluster, System.out).print();
        return CommandLine.ExitCode.OK;
    }

    @Command(description = "Processes, the job, its checkpoints and its pace.", mixinStandardHelpOptions = true)
    int status() throws IOException, InterruptedException {
        new StatusText(cluster(), System.out).print();
        return CommandLine.ExitCode.OK;
    }

    @Command(description = "Submits the job, as flink run -d does.", mixinStandardHelpOptions = true)
    int submit(
            @Option(names = "--conf", paramLabel = "FILE", description = "Configuration over the defaults.") Path conf,
            @Option(names = "--set", paramLabel = "KEY=VALUE", description = "One key of it; may be repeated.")
                    List<String> assignments,
            @Option(names = "--jar", paramLabel = "FILE", description = "Another jar than jobs/target/akin.jar.")
                    Path jar,
            @Option(names = "--from", paramLabel = "PATH", description = "Start from a savepoint or checkpoint.")
                    String from,
            @Option(
                            names = "--start-at",
                            paramLabel = "WHERE",
                            description = "Same as --set kafka.start_at=WHERE: savepoint, earliest, latest or a time.")
                    String startAt,
            @Option(names = "--create-topics", description = "Create the topics that are missing.")
                    boolean createTopics)
            throws IOException, InterruptedException {
        Cluster cluster = cluster();
        List<String> all = new ArrayList<>(assignments == null ? List.of() : assignments);
        if (startAt != null) {
            all.add("kafka.start_at=" + startAt);
        }
        Path chosen = jar == null ? Home.ofLauncher().jar() : jar;
        Job job = new Deployment(cluster)
                .submit(new Submission(chosen, conf, all, createTopics), from == null ? null : location(from));
        System.out.println("job " + job.id() + " runs");
        return CommandLine.ExitCode.OK;
    }

    /** Returns the URI that Flink's client wants; a text without a scheme is a path on this machine. */
    private static String location(String text) {
        return new org.apache.flink.core.fs.Path(text)
                .makeQualified(FileSystem.getLocalFileSystem())
                .toString();
    }

    @Command(description = "Takes a savepoint of the job.", mixinStandardHelpOptions = true)
    int savepoint(@Option(names = "--stop", description = "Stop the job with it.") boolean stop)
            throws IOException, InterruptedException {
        Deployment deployment = new Deployment(cluster());
        System.out.println("savepoint " + (stop ? deployment.stop() : deployment.savepoint()));
        return CommandLine.ExitCode.OK;
    }

    @Command(
            description =
                    "Stops the job with a savepoint and starts another jar or configuration from it; goes back to the"
                            + " old ones when the new job does not run and learn.",
            mixinStandardHelpOptions = true)
    int upgrade(
            @Option(names = "--jar", paramLabel = "FILE", description = "The new jar; else jobs/target/akin.jar.")
                    Path jar,
            @Option(names = "--conf", paramLabel = "FILE", description = "The new configuration; else the old one.")
                    Path conf)
            throws IOException, InterruptedException {
        Path chosen = jar == null ? Home.ofLauncher().jar() : jar;
        Deployment.Upgraded upgraded = new Deployment(cluster()).upgrade(chosen, conf);
        System.out.println("savepoint " + upgraded.savepoint());
        if (!upgraded.done()) {
            throw new IllegalStateException(
                    "the upgrade failed: " + upgraded.told() + "\nthe old job goes on from the savepoint as job "
                            + upgraded.job().id());
        }
        System.out.println("job " + upgraded.job().id() + " runs: " + upgraded.told());
        return CommandLine.ExitCode.OK;
    }

    @Command(
            description = "Ends all processes. What they stored stays, and the next start goes on with the job.",
            mixinStandardHelpOptions = true)
    int stop() throws IOException {
        int ended = cluster().stop();
        System.out.println(ended == 0 ? "no cluster runs in " + folder : "ended " + ended + " processes");
        return CommandLine.ExitCode.OK;
    }
}
