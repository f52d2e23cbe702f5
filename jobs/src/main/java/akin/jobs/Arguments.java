package akin.jobs;

import akin.jobs.kafka.KafkaJob;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the job is started with.
 *
 * @param conf a file of configuration over the defaults, or null
 * @param assignments {@code key=value}, over the file
 * @param flink options of Flink
 * @param from a savepoint's or checkpoint's URI, {@code latest}, or null
 */
record Arguments(
        boolean help,
        Path conf,
        List<String> assignments,
        Map<String, String> flink,
        String from,
        boolean createTopics) {
    static final String HELP = """
            Usage: akin run [--conf FILE] [--set KEY=VALUE]... [-D KEY=VALUE]... [--parallelism N]
                            [--from PATH] [--start-at WHERE] [--create-topics]
            Runs the job on Kafka: in this JVM, or on the cluster that flink run submits it to.
                  --conf FILE       Configuration laid over the defaults (conf/akin.yaml lists every key).
              -D KEY=VALUE          A setting of Flink; may be repeated.
                  --create-topics   Create the topics that are missing.
                  --from PATH       Start from a savepoint or checkpoint; 'latest' takes the newest under
                                      checkpoints.directory.
              -h, --help            Show this help message and exit.
                  --parallelism N   Same as --set stream.parallelism=N.
                  --start-at WHERE  Same as --set kafka.start_at=WHERE: savepoint, earliest, latest or a time.
                  --set KEY=VALUE   One key of the configuration; may be repeated, wins over the file.
            """;

    private static final String COMMAND = "run";

    /** Reads {@code run} and its options; the value of an option follows after a blank or a {@code =}. */
    static Arguments parse(String... args) {
        Deque<String> rest = new ArrayDeque<>(Arrays.asList(args));
        if (!COMMAND.equals(rest.poll())) {
            throw new UsageException("the first argument is the command, and it is always " + COMMAND);
        }
        boolean help = false;
        boolean createTopics = false;
        Path conf = null;
        String from = null;
        List<String> assignments = new ArrayList<>();
        Map<String, String> flink = new LinkedHashMap<>();
        while (!rest.isEmpty()) {
            String option = name(rest);
            switch (option) {
                case "-h", "--help" -> help = true;
                case "--create-topics" -> createTopics = true;
                case "--conf" -> conf = path(value(option, rest));
                case "--from" -> from = location(value(option, rest));
                case "-D" -> put(flink, value(option, rest));
                case "--set" -> assignments.add(value(option, rest));
                case "--parallelism" -> assignments.add("stream.parallelism=" + value(option, rest));
                case "--start-at" -> assignments.add("kafka.start_at=" + value(option, rest));
                default -> throw new UsageException("Unknown option: '" + option + "'");
            }
        }
        return new Arguments(help, conf, List.copyOf(assignments), flink, from, createTopics);
    }

    /** Takes an option's name; a value that is written behind it stays. */
    private static String name(Deque<String> rest) {
        String argument = rest.pop();
        if (argument.startsWith("-D") && argument.length() > 2) {
            rest.push(argument.substring(2));
            return "-D";
        }
        int equals = argument.indexOf('=');
        if (!argument.startsWith("--") || equals < 0) {
            return argument;
        }
        rest.push(argument.substring(equals + 1));
        return argument.substring(0, equals);
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new UsageException("Missing value of the option '" + option + "'");
        }
        return rest.pop();
    }

    private static void put(Map<String, String> flink, String setting) {
        int equals = setting.indexOf('=');
        if (equals <= 0) {
            throw new UsageException("-D takes KEY=VALUE, not '" + setting + "'");
        }
        flink.put(setting.substring(0, equals), setting.substring(equals + 1));
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new UsageException("--conf is no path: " + e.getMessage());
        }
    }

    private static String location(String text) {
        return text.equals(KafkaJob.LATEST) ? text : Location.of(text);
    }
}
