package akin.jobs.config;

import akin.models.candidates.PoolSettings;
import akin.models.catalog.CatalogSettings;
import akin.models.covisit.CovisitSettings;
import akin.models.embedding.ForetoldSettings;
import akin.models.quality.QualitySettings;
import akin.models.recommender.ComponentType;
import akin.models.recommender.Components;
import akin.models.recommender.RecommenderSettings;
import akin.models.rerank.CreSettings;
import akin.models.rerank.GeneratorCreSettings;
import akin.models.rerank.PoolLearningSettings;
import akin.models.sessionknn.SessionKnnSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads what shapes a shard's recommender. */
final class RecommenderReader {
    private RecommenderReader() {}

    static RecommenderSettings read(Config config) {
        List<ComponentType> components = components(config);
        return new RecommenderSettings(
                components,
                catalog(config),
                covisit(config),
                pool(config),
                EmbeddingReader.read(config),
                foretold(config),
                sessionKnn(config),
                cre(config),
                Placements.read(config, config.texts("catalog.shown_attributes"), components),
                quality(config));
    }

    private static QualitySettings quality(Config config) {
        return config.make(() -> new QualitySettings(
                config.flag("quality.enabled"),
                config.number("quality.sample"),
                config.integer("quality.choices"),
                config.integer("quality.cold_visits")));
    }

    private static List<ComponentType> components(Config config) {
        List<String> ids = new ArrayList<>(config.texts("embedding.learners"));
        if (!Components.learners().containsAll(ids)) {
            config.problem("embedding.learners", ids, "some of " + String.join(", ", Components.learners()));
        }
        List<String> others = config.texts("components");
        if (!others.stream().allMatch(id -> Components.others().contains(id) || Components.isPublished(id))) {
            config.problem(
                    "components", others, "some of " + String.join(", ", Components.others()) + ", similar:NAME");
        }
        ids.addAll(others);
        for (String id : others) {
            List<String> missing = Components.missing(id, ids);
            if (!missing.isEmpty()) {
                config.problem("components", id, "with " + String.join(" and ", missing) + " on");
            }
        }
        return Components.with(ids);
    }

    private static ForetoldSettings foretold(Config config) {
        return config.make(() -> new ForetoldSettings(
                config.integer("foretold.least_visits"),
                config.number("foretold.kappa"),
                config.number("foretold.rate"),
                config.number("foretold.covisits")));
    }

    private static CreSettings cre(Config config) {
        PoolLearningSettings learning = config.make(() -> new PoolLearningSettings(
                config.number("cre.learning_rate"),
                config.integer("cre.averaged_steps"),
                config.integer("cre.batch"),
                config.integer("cre.replays"),
                config.integer("cre.reservoir"),
                config.integer("cre.sample"),
                config.integer("cre.warm_up"),
                config.number("cre.share")));
        GeneratorCreSettings generator = config.make(() -> new GeneratorCreSettings(
                config.integer("cre.candidates"),
                config.integer("cre.generator_replays"),
                config.number("cre.generator_share")));
        return config.make(() -> new CreSettings(
                config.integer("cre.hidden"),
                config.flag("cre.ranks"),
                config.flag("cre.scores"),
                learning,
                generator,
                config.integer("cre.seed")));
    }

    private static SessionKnnSettings sessionKnn(Config config) {
        return config.make(() -> new SessionKnnSettings(
                config.integer("session_knn.sessions"),
                config.integer("session_knn.items"),
                config.integer("session_knn.postings"),
                config.integer("session_knn.neighbours"),
                config.integer("session_knn.window"),
                config.number("session_knn.window_decay"),
                config.number("session_knn.distance_decay"),
                config.flag("session_knn.whole_session")));
    }

    private static CovisitSettings covisit(Config config) {
        return config.make(() -> new CovisitSettings(
                config.duration("covisit.half_life"),
                config.integer("covisit.neighbours"),
                config.number("ranking.alpha")));
    }

    private static CatalogSettings catalog(Config config) {
        return config.make(() -> new CatalogSettings(
                config.texts("catalog.shown_attributes"),
                config.integer("catalog.max_items"),
                config.duration("catalog.idle_expiry"),
                config.flag("catalog.show_unlisted"),
                config.duration("catalog.new_within")));
    }

    private static PoolSettings pool(Config config) {
        Map<String, Integer> most = config.integers("pool.most");
        for (String source : most.keySet()) {
            if (!Placements.named(ComponentType::sources).contains(source) && !Components.isPublished(source)) {
                config.problem(
                        "pool.most", source, "names of " + String.join(", ", Placements.named(ComponentType::sources)));
            }
        }
        return config.make(() -> new PoolSettings(
                config.integer("pool.size"),
                most,
                config.integer("pool.most_of_others"),
                config.integer("pool.refresh_visits")));
    }
}
