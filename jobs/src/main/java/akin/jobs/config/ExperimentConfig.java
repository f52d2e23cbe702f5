package akin.jobs.config;

import akin.models.attribution.AttributionSettings;
import akin.models.experiment.Definitions;
import akin.models.experiment.ExperimentSettings;
import akin.models.recommender.RecommenderSettings;
import java.nio.file.Path;

/** Reads whether and how experiments run. */
final class ExperimentConfig {
    private static final String GROUP = "experiments.";

    /** When a list counts. */
    private enum ExposedBy {
        RANKING,
        IMPRESSION
    }

    private ExperimentConfig() {}

    static ExperimentSettings read(Config config, RecommenderSettings recommender) {
        AttributionSettings attribution = attribution(config);
        Definitions definitions =
                config.unlessUnset(GROUP + "file", key -> definitions(config, config.text(key), recommender));
        return config.make(() -> new ExperimentSettings(
                definitions, config.flag(GROUP + "control"), attribution, config.duration(GROUP + "look_every")));
    }

    /** Wrong definitions are told with the rest of what is wrong; those of a wrong configuration can't be judged. */
    private static Definitions definitions(Config config, String file, RecommenderSettings recommender) {
        if (!config.isRight()) {
            return null;
        }
        try {
            return ExperimentsReader.file(Path.of(file), Placements.known(recommender));
        } catch (ConfigurationException e) {
            config.problem(GROUP + "file", file, "right definitions: " + e.getMessage());
            return null;
        }
    }

    private static AttributionSettings attribution(Config config) {
        return config.make(() -> new AttributionSettings(
                config.choice(GROUP + "exposure", ExposedBy.class) == ExposedBy.IMPRESSION,
                config.duration(GROUP + "click_window"),
                config.duration(GROUP + "cart_window"),
                config.duration(GROUP + "purchase_window"),
                config.duration(GROUP + "clock_tolerance"),
                config.integer(GROUP + "lists"),
                config.duration(GROUP + "user_expiry"),
                config.integer(GROUP + "most_lists"),
                config.integer(GROUP + "most_outcomes"),
                config.integer(GROUP + "most_value")));
    }
}
