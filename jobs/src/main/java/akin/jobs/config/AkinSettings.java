package akin.jobs.config;

import akin.models.experiment.ExperimentSettings;
import akin.models.recommender.RecommenderSettings;
import akin.models.session.CovisitUnit;
import akin.models.session.SessionSettings;
import akin.models.shard.ShardSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The whole configuration as typed records; {@code conf/akin.yaml} explains each key. */
public record AkinSettings(
        WireLimits wire,
        SessionSettings sessions,
        ShardSettings shards,
        RecommenderSettings recommender,
        StreamSettings stream,
        ExperimentSettings experiments,
        KafkaSettings kafka,
        CheckpointSettings checkpoints) {

    /** The defaults. */
    public static AkinSettings defaults() {
        return load(null, List.of());
    }

    /**
     * Defaults, then a file, then single keys.
     *
     * @param file or null
     * @param assignments {@code key=value}, later ones win
     * @throws ConfigurationException with all problems at once
     */
    public static AkinSettings load(Path file, List<String> assignments) {
        return load(List.of(), file, assignments);
    }

    /**
     * Defaults, then what a command presets, then a file, then single keys.
     *
     * @param presets {@code key=value}, later ones win
     * @param file or null
     * @param assignments {@code key=value}, later ones win
     * @throws ConfigurationException with all problems at once
     */
    public static AkinSettings load(List<String> presets, Path file, List<String> assignments) {
        Map<String, Object> tree = YamlTree.defaults();
        List<Problem> unknown = new ArrayList<>();
        for (String preset : presets) {
            YamlTree.lay(tree, YamlTree.single(preset), "", unknown);
        }
        if (file != null) {
            YamlTree.lay(tree, YamlTree.file(file), "", unknown);
        }
        for (String assignment : assignments) {
            YamlTree.lay(tree, YamlTree.single(assignment), "", unknown);
        }
        Config config = new Config(tree);
        unknown.forEach(problem -> config.problem(problem.key(), problem.value(), problem.allowed()));
        AkinSettings settings = read(config);
        config.check();
        return settings;
    }

    /** Returns whether there still is the key of an assignment that an earlier version wrote. */
    public static boolean hasKeyOf(String assignment) {
        return YamlTree.keys(YamlTree.defaults(), "").contains(assignment.substring(0, assignment.indexOf('=')));
    }

    static AkinSettings read(Config config) {
        RecommenderSettings recommender = RecommenderReader.read(config);
        AkinSettings settings = new AkinSettings(
                WireLimits.of(config),
                sessions(config),
                shards(config),
                recommender,
                StreamSettings.of(config),
                ExperimentConfig.read(config, recommender),
                KafkaSettings.of(config),
                CheckpointSettings.of(config));
        settings.checkThatACatalogueMayWait(config);
        return settings;
    }

    /** A catalogue that is read before any event waits as a whole, and events come behind it. */
    private void checkThatACatalogueMayWait(Config config) {
        if (recommender == null || stream == null) {
            return;
        }
        int items = recommender.catalog().maxItems();
        if (stream.waitingInputs() <= items) {
            config.problem(
                    "stream.waiting_inputs",
                    String.valueOf(stream.waitingInputs()),
                    "above catalog.max_items, which is " + items);
        }
    }

    private static SessionSettings sessions(Config config) {
        return config.make(() -> new SessionSettings(
                config.duration("sessions.gap"),
                config.integer("sessions.window"),
                config.choice("sessions.covisit_unit", CovisitUnit.class),
                config.integer("sessions.history_items"),
                config.duration("sessions.history_expiry"),
                config.duration("sessions.duplicate_window"),
                config.integer("sessions.visits_per_session"),
                config.integer("sessions.examples_per_hour"),
                config.integer("sessions.waiting_events"),
                config.flag("sessions.rank_views")));
    }

    private static ShardSettings shards(Config config) {
        return config.make(() -> new ShardSettings(
                config.choice("shards.by", ShardSettings.By.class),
                config.integer("shards.depth"),
                config.integer("shards.count")));
    }
}
