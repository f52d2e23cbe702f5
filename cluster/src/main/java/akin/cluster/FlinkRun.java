package akin.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.GlobalConfiguration;

/** Submits a jar just as {@code flink run -d} does: through Flink's command line client, in a JVM of its own. */
final class FlinkRun {
    private static final Pattern SUBMITTED = Pattern.compile("JobID ([0-9a-f]{32})");
    /** What the job's jar says for people: what it goes on from, and warnings. */
    private static final Pattern TOLD =
            Pattern.compile("akin: warning: .*|goes on from .*|the model starts empty.*|there is no checkpoint .*");
    /** What the job's jar throws when its configuration is wrong. */
    private static final String CONFIGURATION = "akin.jobs.config.ConfigurationException: ";

    private final ClusterFolder folder;
    private final Home home;

    FlinkRun(ClusterFolder folder, Home home) {
        this.folder = folder;
        this.home = home;
    }

    /**
     * Submits a job and gives its id.
     *
     * @param from a savepoint or checkpoint, or null
     * @throws IllegalArgumentException when the job's configuration is wrong
     */
    String run(Submission submission, String from) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("run", "-d"));
        if (from != null) {
            arguments.addAll(List.of("-s", from));
        }
        arguments.add(submission.jar().toString());
        arguments.addAll(submission.arguments());
        Configuration flink =
                GlobalConfiguration.loadConfiguration(folder.conf().toString());
        List<String> options = new ArrayList<>(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        options.addAll(Java.words(flink.get(CoreOptions.FLINK_JVM_OPTIONS)));
        List<String> command = new Java(folder)
                .command("client", options, home.flink(), "org.apache.flink.client.cli.CliFrontend", arguments);
        return submitted(command);
    }

    private String submitted(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("FLINK_CONF_DIR", folder.conf().toString());
        Process client = builder.start();
        client.getOutputStream().close();
        String printed = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        client.waitFor();
        String id = jobId(printed);
        told(printed).forEach(System.err::println);
        return id;
    }

    /** Picks what the job's jar said out of what Flink's client printed. */
    static List<String> told(String printed) {
        return printed.lines().filter(line -> TOLD.matcher(line).matches()).toList();
    }

    /** Reads the job's id from what Flink's client printed, or why there is none. */
    static String jobId(String printed) {
        if (printed.contains(CONFIGURATION)) {
            throw new IllegalArgumentException(Causes.plain(printed));
        }
        Matcher matcher = SUBMITTED.matcher(printed);
        if (!matcher.find()) {
            throw new IllegalStateException("the job was not accepted: " + Causes.plain(printed));
        }
        return matcher.group(1);
    }
}
