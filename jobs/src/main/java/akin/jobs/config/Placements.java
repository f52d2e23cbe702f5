package akin.jobs.config;

import akin.models.experiment.Known;
import akin.models.ranking.Filters;
import akin.models.ranking.Placement;
import akin.models.recommender.ComponentType;
import akin.models.recommender.Components;
import akin.models.recommender.RecommenderSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads the placements of a configuration, each of which is a map of its own. */
final class Placements {
    private static final String AUTO = "auto";
    /** The best first, by hits of the pool on logs of clothes, of clicks and of a simulated shop; docs/benchmarks.md. */
    private static final List<String> BEST_RANKERS =
            List.of("cre", "personalized-cart", "personalized", "covisit-count");

    private static final Map<String, Object> PLACEMENT = defaults();

    private Placements() {}

    private static Map<String, Object> defaults() {
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

    /**
     * Reads all of them.
     *
     * @param shown attributes that shoppers see; empty: all
     * @param components that are on
     */
    static List<Placement> read(Config config, List<String> shown, List<ComponentType> components) {
        List<Placement> placements = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Config element : config.list("placements", PLACEMENT)) {
            if (!names.add(element.text("name"))) {
                element.problem("name", element.text("name"), "another placement has this name");
            }
            placements.add(placement(element, shown, components));
        }
        return Collections.unmodifiableList(placements);
    }

    /** What definitions of experiments may name. */
    static Known known(RecommenderSettings settings) {
        Set<String> names = new TreeSet<>();
        settings.placements().forEach(placement -> names.add(placement.name()));
        return new Known(names, new TreeSet<>(settings.rankers()), new TreeSet<>(settings.sources()));
    }

    private static Placement placement(Config config, List<String> shown, List<ComponentType> components) {
        String ranker = ranker(config, "ranker", components);
        List<String> sources = config.texts("sources");
        if (!named(ComponentType::sources).containsAll(sources)) {
            config.problem("sources", sources, "any of " + String.join(", ", named(ComponentType::sources)));
        }
        Placement.Reranking reranking = reranking(config, components);
        Filters filters = filters(config, shown);
        return config.make(
                () -> new Placement(config.text("name"), sources, ranker, reranking, config.integer("top"), filters));
    }

    private static Placement.Reranking reranking(Config config, List<ComponentType> components) {
        if (config.text("reranker").equals("none")) {
            return null;
        }
        String reranker = ranker(config, "reranker", components);
        return config.make(() -> new Placement.Reranking(reranker, config.integer("rerank")));
    }

    private static Filters filters(Config config, List<String> shown) {
        List<String> matching = config.texts("matching");
        if (!shown.isEmpty() && !shown.containsAll(matching)) {
            config.problem("matching", matching, "attributes that catalog.shown_attributes names: " + shown);
        }
        return config.make(() -> new Filters(
                config.text("category_levels").equals("any") ? -1 : config.integer("category_levels"),
                matching,
                config.flag("hide_bought"),
                config.flag("hide_seen"),
                config.number("price_band")));
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

    /** What components bring, whether they are on or off. */
    static List<String> named(Function<ComponentType, List<String>> part) {
        return Components.all().stream()
                .flatMap(type -> part.apply(type).stream())
                .toList();
    }
}
