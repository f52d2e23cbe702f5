package akin.jobs.config;

import akin.models.candidates.PoolSettings;
import akin.models.catalog.CatalogSettings;
import akin.models.catalog.Items;
import akin.models.covisit.CovisitSettings;
import akin.models.embedding.EmbeddingSettings;
import akin.models.embedding.Loss;
import akin.models.neighbours.NeighbourSettings;
import akin.models.quality.QualitySettings;
import akin.models.ranking.Filters;
import akin.models.ranking.Placement;
import akin.models.recommender.ComponentType;
import akin.models.recommender.Components;
import akin.models.recommender.RecommenderSettings;
import akin.models.session.CovisitUnit;
import akin.models.session.SessionSettings;
import akin.models.sessionknn.SessionKnnSettings;
import akin.models.shard.ShardSettings;
import akin.state.ShardKeys;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

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
    private static final String AUTO = "auto";
    /** The best first, by hits of the pool on logs of clothes, of clicks and of a simulated shop; docs/benchmarks.md. */
    private static final List<String> BEST_RANKERS = List.of("personalized-cart", "personalized", "covisit-count");

    private static final Map<String, Object> PLACEMENT = placementDefaults();

    private enum NegativesBy {
        UNIFORM,
        POPULARITY
    }

    private enum RankingOrder {
        ARRIVAL,
        EVENT_TIME
    }

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
                wire(config),
                sessions(config),
                shards(config),
                recommender(config),
                stream(config),
                kafka(config),
                checkpoints(config));
    }

    private static WireLimits wire(Config config) {
        return new WireLimits(
                config.integer("wire.max_bytes", 64, 16 << 20),
                config.integer("wire.max_depth", 2, 1000),
                config.integer("wire.max_number_length", 13, 1000),
                config.duration("wire.max_skew", Duration.ZERO, LONGEST));
    }

    private static SessionSettings sessions(Config config) {
        return new SessionSettings(
                config.duration("sessions.gap", MILLI, LONGEST),
                config.integer("sessions.window", 1, 64),
                config.choice("sessions.covisit_unit", CovisitUnit.class),
                config.integer("sessions.history_items", 1, 10_000),
                config.duration("sessions.history_expiry", MILLI, LONGEST),
                config.duration("sessions.duplicate_window", Duration.ZERO, LONGEST),
                config.integer("sessions.visits_per_session", 1, Integer.MAX_VALUE),
                config.integer("sessions.examples_per_hour", 1, Integer.MAX_VALUE),
                config.flag("sessions.rank_views"));
    }

    private static ShardSettings shards(Config config) {
        return new ShardSettings(
                config.choice("shards.by", ShardSettings.By.class),
                config.integer("shards.depth", 1, 16),
                config.integer("shards.count", 1, 1024));
    }

    private static RecommenderSettings recommender(Config config) {
        CatalogSettings catalog = new CatalogSettings(
                config.texts("catalog.shown_attributes"),
                config.integer("catalog.max_items", 1, Items.MOST_ROWS - 1),
                config.duration("catalog.idle_expiry", MILLI, LONGEST),
                config.flag("catalog.show_unlisted"),
                config.duration("catalog.new_within", Duration.ZERO, LONGEST));
        List<ComponentType> components = components(config);
        return new RecommenderSettings(
                components,
                catalog,
                new CovisitSettings(
                        config.duration("covisit.half_life", Duration.ZERO, LONGEST),
                        config.integer("covisit.neighbours", 8, 4096),
                        config.number("ranking.alpha", 0, 1)),
                pool(config),
                embedding(config),
                sessionKnn(config),
                placements(config, catalog.shownAttributes(), components),
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
                config.integer("embedding.window", 1, 64),
                config.integer("embedding.negatives", 1, 1024),
                config.choice("embedding.negatives_by", NegativesBy.class) == NegativesBy.POPULARITY,
                config.integer("embedding.batch", 1, 1024),
                config.duration("embedding.batch_span", MILLI, LONGEST),
                config.integer("embedding.replays", 0, 16),
                config.integer("embedding.reservoir", 1024, 1 << 24),
                config.number("embedding.learning_rate", 0, 10),
                config.number("embedding.forgetting", 0, 1),
                config.number("embedding.l2", 0, 1),
                config.number("embedding.scale", 1e-3, 1e3),
                config.flag("embedding.shared_table"),
                config.number("embedding.clip", 1e-6, 1e6),
                config.number("embedding.cart_weight", 1, 100),
                config.number("embedding.purchase_weight", 1, 100),
                config.choice("embedding.supervised_loss", Loss.class),
                config.integer("embedding.admission", 1, 1_000_000),
                config.integer("embedding.seed", 0, Integer.MAX_VALUE),
                neighbours(config));
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
            if (!named(ComponentType::sources).contains(source)) {
                config.problem("pool.most", source, "names of " + String.join(", ", named(ComponentType::sources)));
            }
        }
        return new PoolSettings(
                config.integer("pool.size", 1, 1000), most, config.integer("pool.most_of_others", 0, 1000));
    }

    /** What components bring, whether they are on or off. */
    private static List<String> named(Function<ComponentType, List<String>> part) {
        return Components.all().stream()
                .flatMap(type -> part.apply(type).stream())
                .toList();
    }

    private static Map<String, Object> placementDefaults() {
        Map<String, Object> defaults = new LinkedHashMap<>();
        defaults.put("name", null);
        defaults.put("sources", List.of());
        defaults.put("ranker", AUTO);
        defaults.put("reranker", "none");
        defaults.put("rerank", 100);
        defaults.put("top", 30);
        defaults.put("category_levels", "any");
        defaults.put("matching", List.of());
        defaults.put("hide_bought", false);
        defaults.put("hide_seen", false);
        defaults.put("price_band", 0);
        return defaults;
    }

    private static List<Placement> placements(Config config, List<String> shown, List<ComponentType> components) {
        List<Placement> placements = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Config element : config.list("placements", PLACEMENT)) {
            Placement placement = placement(element, shown, components);
            if (!names.add(placement.name())) {
                element.problem("name", placement.name(), "another placement has this name");
            }
            placements.add(placement);
        }
        return List.copyOf(placements);
    }

    private static Placement placement(Config config, List<String> shown, List<ComponentType> components) {
        String ranker = ranker(config, "ranker", components);
        Placement.Reranking reranking = config.text("reranker").equals("none")
                ? null
                : new Placement.Reranking(ranker(config, "reranker", components), config.integer("rerank", 1, 1000));
        List<String> sources = config.texts("sources");
        if (!named(ComponentType::sources).containsAll(sources)) {
            config.problem("sources", sources, "any of " + String.join(", ", named(ComponentType::sources)));
        }
        List<String> matching = config.texts("matching");
        if (!shown.isEmpty() && !shown.containsAll(matching)) {
            config.problem("matching", matching, "attributes that catalog.shown_attributes names: " + shown);
        }
        Filters filters = new Filters(
                config.text("category_levels").equals("any") ? -1 : config.integer("category_levels", 0, 16),
                matching,
                config.flag("hide_bought"),
                config.flag("hide_seen"),
                config.number("price_band", 0, 100));
        return new Placement(config.text("name"), sources, ranker, reranking, config.integer("top", 1, 1000), filters);
    }

    private static String ranker(Config config, String key, List<ComponentType> components) {
        String ranker = config.text(key);
        if (ranker.equals(AUTO)) {
            return best(components);
        }
        if (!named(ComponentType::rankers).contains(ranker)) {
            config.problem(key, ranker, "one of " + String.join(", ", named(ComponentType::rankers)));
        }
        if (named(ComponentType::rankers).contains(ranker)
                && components.stream().noneMatch(type -> type.rankers().contains(ranker))) {
            config.problem(key, ranker, "a ranker of what is on, see embedding.learners and components");
        }
        return ranker;
    }

    private static String best(List<ComponentType> components) {
        return BEST_RANKERS.stream()
                .filter(ranker ->
                        components.stream().anyMatch(type -> type.rankers().contains(ranker)))
                .findFirst()
                .orElseThrow();
    }

    private static StreamSettings stream(Config config) {
        return new StreamSettings(
                config.unlessUnset("stream.parallelism", key -> config.integer(key, 1, 1024)),
                config.unlessUnset(
                        "stream.max_parallelism",
                        key -> config.integer(
                                key, ShardKeys.LEAST_MAX_PARALLELISM, ShardKeys.GREATEST_MAX_PARALLELISM)),
                config.duration("stream.out_of_orderness", Duration.ZERO, LONGEST),
                config.duration("stream.watermark_step", Duration.ZERO, LONGEST),
                config.choice("ranking.order", RankingOrder.class) == RankingOrder.EVENT_TIME,
                config.duration("stream.quality_every", MILLI, LONGEST),
                config.duration("stream.idleness", MILLI, LONGEST));
    }

    private static KafkaSettings kafka(Config config) {
        return new KafkaSettings(
                config.text("kafka.bootstrap_servers"),
                config.text("kafka.group"),
                config.choice("kafka.delivery", KafkaSettings.Delivery.class),
                config.duration("kafka.transaction_timeout", Duration.ofSeconds(1), LONGEST),
                new KafkaSettings.Topics(
                        config.text("kafka.topics.events"),
                        config.text("kafka.topics.catalog"),
                        config.text("kafka.topics.rankings"),
                        config.text("kafka.topics.metrics"),
                        config.text("kafka.topics.dead_letters"),
                        config.text("kafka.topics.late")),
                new KafkaSettings.Clients(
                        properties(config, "kafka.properties"),
                        properties(config, "kafka.consumer"),
                        properties(config, "kafka.producer"),
                        properties(config, "kafka.admin")));
    }

    private static Map<String, String> properties(Config config, String name) {
        Map<String, String> properties = config.map(name);
        properties.replaceAll((key, value) -> {
            try {
                return Secrets.resolve(value, System.getenv());
            } catch (IllegalArgumentException e) {
                config.problem(name + "." + key, value, e.getMessage());
                return value;
            }
        });
        return properties;
    }

    private static CheckpointSettings checkpoints(Config config) {
        return new CheckpointSettings(
                config.unlessUnset("checkpoints.interval", key -> config.duration(key, Duration.ofMillis(10), LONGEST)),
                config.unlessUnset("checkpoints.directory", config::text),
                config.unlessUnset(
                        "checkpoints.state_backend", key -> config.choice(key, CheckpointSettings.StateBackend.class)));
    }
}
