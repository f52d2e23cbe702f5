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
                covisit(config),
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

    private static CovisitSettings covisit(Config config) {
        return config.make(() -> new CovisitSettings(
                config.duration("covisit.half_life"),
                config.integer("covisit.neighbours"),
                config.number("ranking.alpha")));
    }

    private static EmbeddingSettings embedding(Config config) {
        return config.make(() -> new EmbeddingSettings(
                config.integer("embedding.dimensions"),
                config.integer("embedding.seed"),
                examples(config),
                batches(config),
                learning(config),
                windows(config),
                neighbours(config)));
    }

    private static ExampleSettings examples(Config config) {
        return config.make(() -> new ExampleSettings(
                config.integer("embedding.window"),
                config.integer("embedding.reservoir"),
                config.number("embedding.cart_weight"),
                config.number("embedding.purchase_weight"),
                config.integer("embedding.admission")));
    }

    private static BatchSettings batches(Config config) {
        NegativeSettings negatives = config.make(() -> new NegativeSettings(
                config.integer("embedding.negatives"),
                config.choice("embedding.negatives_by", NegativeSettings.By.class)));
        return config.make(() -> new BatchSettings(
                config.integer("embedding.batch"),
                config.duration("embedding.batch_span"),
                config.integer("embedding.replays"),
                negatives));
    }

    private static LearningSettings learning(Config config) {
        Optimizer optimizer = config.choice("embedding.optimizer", Optimizer.class);
        Double rate = config.unlessUnset("embedding.learning_rate", key -> config.number(key));
        return config.make(() -> new LearningSettings(
                optimizer,
                rate == null ? optimizer.usualRate() : rate,
                config.number("embedding.forgetting"),
                config.number("embedding.l2"),
                config.number("embedding.clip")));
    }

    private static WindowModelSettings windows(Config config) {
        return config.make(() -> new WindowModelSettings(
                config.number("embedding.scale"),
                config.flag("embedding.shared_table"),
                config.choice("embedding.supervised_loss", Loss.class)));
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
        return config.make(
                () -> new PoolSettings(config.integer("pool.size"), most, config.integer("pool.most_of_others")));
    }
}
