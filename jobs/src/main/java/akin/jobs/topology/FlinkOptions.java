package akin.jobs.topology;

import java.util.Objects;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Flink's options for one job. Akin's defaults lie under Flink's own configuration, what the user set in Akin's lies over
 * it; what the job's code relies on holds in any case, and says so where Flink's configuration says otherwise.
 */
final class FlinkOptions {
    private static final Logger LOG = LoggerFactory.getLogger(FlinkOptions.class);

    private final Configuration own;
    private final Configuration options;

    /**
     * @param own Flink's own configuration: of the cluster, of {@code flink run -D}
     */
    FlinkOptions(Configuration own) {
        this.own = own;
        options = new Configuration(own);
    }

    /** Sets an option where neither Flink's own configuration nor the user does. */
    <T> FlinkOptions byDefault(ConfigOption<T> option, T value) {
        if (!options.contains(option)) {
            options.set(option, value);
        }
        return this;
    }

    /**
     * Sets what the user chose.
     *
     * @param value or null, where the user chose nothing
     */
    <T> FlinkOptions chosen(ConfigOption<T> option, T value) {
        if (value != null) {
            options.set(option, value);
        }
        return this;
    }

    /** Sets what the job's code relies on. */
    <T> FlinkOptions required(ConfigOption<T> option, T value) {
        if (own.contains(option) && !Objects.equals(own.get(option), value)) {
            LOG.warn(
                    "{} is {} in this job, though Flink's configuration says {}", option.key(), value, own.get(option));
        }
        options.set(option, value);
        return this;
    }

    Configuration toConfiguration() {
        return options;
    }
}
