package akin.jobs.config;

import akin.models.candidates.PoolSettings;
import akin.models.catalog.CatalogSettings;
import akin.models.covisit.CovisitSettings;
import akin.models.embedding.BatchSettings;
import akin.models.embedding.EmbeddingSettings;
import akin.models.embedding.ExampleSettings;
import akin.models.embedding.LearningSettings;
import akin.models.embedding.LearningSettings.Optimizer;
import akin.models.embedding.Loss;
import akin.models.embedding.NegativeSettings;
import akin.models.embedding.WindowModelSettings;
import akin.models.layers.AdamSettings;
import akin.models.neighbours.NeighbourSettings;
import akin.models.quality.QualitySettings;
import akin.models.recommender.ComponentType;
import akin.models.recommender.Components;
import akin.models.recommender.RecommenderSettings;
import akin.models.rerank.CreSettings;
import akin.models.session.CovisitUnit;
import akin.models.session.SessionSettings;
import akin.models.sessionknn.SessionKnnSettings;
import akin.models.shard.ShardSettings;
import java.nio.file.Path;
import java.time.Duration;
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
        KafkaSettings kafka,
        CheckpointSettings checkpoints) {
    private static final Duration LONGEST = Duration.ofDays(3650);
    private static final int MOST_ROWS_PER_BATCH = 60_000;
    private static final Duration MILLI = Duration.ofMillis(1);

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

    static AkinSettings read(Config config) {
        return new AkinSettings(
                WireLimits.of(config),
                sessions(config),
                shards(config),
                recommender(config),
                StreamSettings.of(config),
                KafkaSettings.of(config),
                CheckpointSettings.of(config));
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
                config.flag("sessions.rank_views")));
    }

    private static ShardSettings shards(Config config) {
        return config.make(() -> new ShardSettings(
                config.choice("shards.by", ShardSettings.By.class),
                config.integer("shards.depth"),
                config.integer("shards.count")));
    }

    private static CatalogSettings catalog(Config config) {
        return config.make(() -> new CatalogSettings(
                config.texts("catalog.shown_attributes"),
                config.integer("catalog.max_items"),
                config.duration("catalog.idle_expiry"),
                config.flag("catalog.show_unlisted"),
                config.duration("catalog.new_within")));
    }

    private static RecommenderSettings recommender(Config config) {
        List<ComponentType> components = components(config);
        return new RecommenderSettings(
                components,
                catalog(config),
                new CovisitSettings(
                        config.duration("covisit.half_life", Duration.ZERO, LONGEST),
                        config.integer("covisit.neighbours", 8, 4096),
                        config.number("ranking.alpha", 0, 1)),
                pool(config),
                embedding(config),
                sessionKnn(config),
                cre(config),
                Placements.read(config, config.texts("catalog.shown_attributes"), components),
                new QualitySettings(
                        config.flag("quality.enabled"),
                        config.number("quality.sample", 1e-6, 1),
                        config.integer("quality.choices", 1, 1 << 22),
                        config.integer("quality.cold_visits", 0, Integer.MAX_VALUE)));
    }

    private static List<ComponentType> components(Config config) {
        List<String> ids = new ArrayList<>(some(config, "embedding.learners", Components.learners()));
        ids.addAll(some(config, "components", Components.others()));
        return Components.with(ids);
    }

    private static List<String> some(Config config, String key, List<String> allowed) {
        List<String> names = config.texts(key);
        if (!allowed.containsAll(names)) {
            config.problem(key, names, "some of " + String.join(", ", allowed));
        }
        return names;
    }

    private static CreSettings cre(Config config) {
        return new CreSettings(
                config.integer("cre.hidden", 1, 1024),
                config.flag("cre.ranks"),
                AdamSettings.atRate(config.number("cre.learning_rate", 1e-7, 1)),
                config.integer("cre.seed", 0, Integer.MAX_VALUE));
    }

    private static SessionKnnSettings sessionKnn(Config config) {
        return new SessionKnnSettings(
                config.integer("session_knn.sessions", 1, 1 << 24),
                config.integer("session_knn.items", 2, 100),
                config.integer("session_knn.postings", 1, 500),
                config.integer("session_knn.neighbours", 1, 300),
                config.integer("session_knn.window", 1, 64),
                config.number("session_knn.window_decay", 1e-3, 1e3),
                config.number("session_knn.distance_decay", 1e-3, 1e3),
                config.flag("session_knn.whole_session"));
    }

    private static EmbeddingSettings embedding(Config config) {
        long touched = (1L + config.integer("embedding.replays", 0, 16))
                * config.integer("embedding.batch", 1, 1024)
                * config.integer("embedding.window", 1, 64);
        if (touched > MOST_ROWS_PER_BATCH) {
            config.problem(
                    "embedding.batch",
                    config.integer("embedding.batch", 1, 1024),
                    "batch × (1 + replays) × window of at most " + MOST_ROWS_PER_BATCH);
        }
        return new EmbeddingSettings(
                config.integer("embedding.dimensions", 1, 1024),
                config.integer("embedding.seed", 0, Integer.MAX_VALUE),
                new ExampleSettings(
                        config.integer("embedding.window", 1, 64),
                        config.integer("embedding.reservoir", 1024, 1 << 24),
                        config.number("embedding.cart_weight", 1, 100),
                        config.number("embedding.purchase_weight", 1, 100),
                        config.integer("embedding.admission", 1, 1_000_000)),
                new BatchSettings(
                        config.integer("embedding.batch", 1, 1024),
                        config.duration("embedding.batch_span", MILLI, LONGEST),
                        config.integer("embedding.replays", 0, 16),
                        new NegativeSettings(
                                config.integer("embedding.negatives", 1, 1024),
                                config.choice("embedding.negatives_by", NegativeSettings.By.class))),
                learning(config),
                new WindowModelSettings(
                        config.number("embedding.scale", 1e-3, 1e3),
                        config.flag("embedding.shared_table"),
                        config.choice("embedding.supervised_loss", Loss.class)),
                neighbours(config));
    }

    private static LearningSettings learning(Config config) {
        Optimizer optimizer = config.choice("embedding.optimizer", Optimizer.class);
        Double rate = config.unlessUnset("embedding.learning_rate", key -> config.number(key, 0, 10));
        return new LearningSettings(
                optimizer,
                rate == null ? optimizer.usualRate() : rate,
                config.number("embedding.forgetting", 0, 1),
                config.number("embedding.l2", 0, 1),
                config.number("embedding.clip", 1e-6, 1e6));
    }

    private static NeighbourSettings neighbours(Config config) {
        int lag = config.integer("embedding.neighbours.rebuild_lag", 1, Integer.MAX_VALUE / 2);
        return new NeighbourSettings(
                config.integer("embedding.neighbours.exact_items", 1, 1_000_000),
                config.integer("embedding.neighbours.rebuild_visits", lag + 1, Integer.MAX_VALUE),
                lag,
                config.integer("embedding.neighbours.edges", 2, 256),
                config.integer("embedding.neighbours.construction", 1, 4096),
                config.integer("embedding.neighbours.search", 1, 4096));
    }

    private static PoolSettings pool(Config config) {
        Map<String, Integer> most = config.integers("pool.most", 0, 1000);
        for (String source : most.keySet()) {
            if (!Placements.named(ComponentType::sources).contains(source)) {
                config.problem(
                        "pool.most", source, "names of " + String.join(", ", Placements.named(ComponentType::sources)));
            }
        }
        return new PoolSettings(
                config.integer("pool.size", 1, 1000), most, config.integer("pool.most_of_others", 0, 1000));
    }
}
