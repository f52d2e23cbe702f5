package akin.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a job is started from.
 *
 * @param conf or null
 * @param assignments {@code key=value}, over the configuration
 */
public record Submission(Path jar, Path conf, List<String> assignments, boolean createTopics) {
    public Submission {
        assignments = List.copyOf(assignments);
    }

    private UserKeys keys() throws IOException {
        return new UserKeys(conf, assignments);
    }

    /**
     * Returns the slots that the job takes, one at least.
     *
     * @param usual where it has no wish of its own
     */
    int slots(int usual) throws IOException {
        String parallelism = keys().get("stream.parallelism").orElse("");
        return parallelism.matches("\\d{1,6}") ? Math.max(1, Integer.parseInt(parallelism)) : usual;
    }

    /** The arguments that the jar is given. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("run"));
        if (conf != null) {
            arguments.addAll(List.of("--conf", conf.toString()));
        }
        assignments.forEach(assignment -> arguments.addAll(List.of("--set", assignment)));
        if (createTopics) {
            arguments.add("--create-topics");
        }
        return arguments;
    }

    /** The same, where what the user left at its default follows the cluster: its broker. */
    Submission on(ClusterSettings cluster) throws IOException {
        UserKeys keys = keys();
        List<String> all = new ArrayList<>(assignments);
        if (cluster.hasKafka() && keys.get("kafka.bootstrap_servers").isEmpty()) {
            all.add("kafka.bootstrap_servers=localhost:" + cluster.kafkaPort());
        }
        return new Submission(jar, conf, all, createTopics);
    }
}
