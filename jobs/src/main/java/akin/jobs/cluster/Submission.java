package akin.jobs.cluster;

import akin.jobs.config.AkinSettings;
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

    AkinSettings settings() {
        return AkinSettings.load(conf, assignments);
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

    /** The same, where what was left at its default follows the cluster: its folder for checkpoints, its broker. */
    Submission on(ClusterFolder folder, ClusterSettings cluster) {
        AkinSettings settings = settings();
        AkinSettings defaults = AkinSettings.defaults();
        List<String> all = new ArrayList<>(assignments);
        if (settings.checkpoints().directory().equals(defaults.checkpoints().directory())) {
            all.add("checkpoints.directory=" + folder.checkpoints().toUri());
        }
        if (cluster.hasKafka()
                && settings.kafka().bootstrapServers().equals(defaults.kafka().bootstrapServers())) {
            all.add("kafka.bootstrap_servers=localhost:" + cluster.kafkaPort());
        }
        return new Submission(jar, conf, all, createTopics);
    }
}
