package akin.jobs.config;

import java.util.List;
import java.util.stream.Collectors;

/** All that is wrong with a configuration, at once. */
public final class ConfigurationException extends RuntimeException {
    ConfigurationException(List<Problem> problems) {
        super(problems.stream()
                .map(Problem::toString)
                .collect(Collectors.joining(
                        "\n",
                        "the configuration has " + problems.size() + (problems.size() == 1 ? " problem" : " problems")
                                + " (conf/akin.yaml lists every key):\n",
                        "")));
    }

    public ConfigurationException(String message) {
        super(message);
    }
}
