package akin.jobs.config;

import akin.models.experiment.Arm;
import akin.models.experiment.BucketRange;
import akin.models.experiment.Definitions;
import akin.models.experiment.DefinitionsCheck;
import akin.models.experiment.Experiment;
import akin.models.experiment.FilterVariation;
import akin.models.experiment.Known;
import akin.models.experiment.Layer;
import akin.models.experiment.RampStep;
import akin.models.experiment.Variation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads definitions of experiments from YAML, of which JSON is a part. All that is wrong is told at once. */
public final class ExperimentsReader {
    private static final Map<String, Object> LAYER = keys("name", "salt", "hold_out");
    private static final Map<String, Object> EXPERIMENT = experiment();
    private static final Map<String, Object> ARM = keys(
            "name",
            "buckets",
            "sources",
            "ranker",
            "reranker",
            "rerank",
            "top",
            "category_levels",
            "matching",
            "hide_bought",
            "hide_seen",
            "price_band",
            "interleave_with");
    private static final Map<String, Object> STEP = keys("at", "share");

    private ExperimentsReader() {}

    private static Map<String, Object> keys(String... names) {
        Map<String, Object> keys = new LinkedHashMap<>();
        for (String name : names) {
            keys.put(name, null);
        }
        return keys;
    }

    private static Map<String, Object> experiment() {
        Map<String, Object> keys = keys("id", "layer", "placements", "start", "end", "arms", "ramp", "forced");
        keys.putAll(keys("pairs", "primary", "metrics", "guardrails", "alpha", "users", "effect", "cuped"));
        keys.put("placements", List.of());
        keys.put("pairs", 0);
        keys.put("metrics", List.of());
        keys.put("alpha", 0.05);
        keys.put("users", 10_000);
        keys.put("effect", 0.05);
        keys.put("cuped", true);
        return keys;
    }

    /** Returns what definitions may name under a configuration. */
    public static Known known(AkinSettings settings) {
        return Placements.known(settings.recommender());
    }

    /**
     * Reads a file.
     *
     * @throws ConfigurationException with all problems at once
     */
    public static Definitions file(Path file, Known known) {
        return read(YamlTree.file(file), known);
    }

    /**
     * Reads a message.
     *
     * @param origin where it came from
     * @throws ConfigurationException with all problems at once
     */
    public static Definitions text(String text, String origin, Known known) {
        return read(YamlTree.text(text, origin), known);
    }

    private static Definitions read(Map<String, Object> tree, Known known) {
        Config config = new Config(tree);
        for (String key : tree.keySet()) {
            if (!List.of("version", "effective_at", "layers", "experiments").contains(key)) {
                config.problem(
                        key, tree.get(key), "no such key here, known: version, effective_at, layers, experiments");
            }
        }
        List<Layer> layers = new ArrayList<>();
        config.list("layers", LAYER).forEach(layer -> layers.add(layer(layer)));
        List<Experiment> experiments = new ArrayList<>();
        if (!(tree.get("experiments") instanceof List<?> list && list.isEmpty())) {
            config.list("experiments", EXPERIMENT).forEach(element -> experiments.add(experiment(element)));
        }
        Definitions definitions = new Definitions(
                config.integer("version", 1, Integer.MAX_VALUE), Times.of(config, "effective_at"), layers, experiments);
        config.check();
        DefinitionsCheck.problems(definitions, known)
                .forEach(invalid -> config.problem(invalid.key(), invalid.value(), invalid.allowed()));
        config.check();
        return definitions;
    }

    private static Layer layer(Config config) {
        return new Layer(
                config.text("name"), config.text("salt"), config.unlessUnset("hold_out", key -> range(config, key)));
    }

    private static BucketRange range(Config config, String key) {
        String text = config.text(key);
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,9}-\\d{1,9}")) {
            config.problem(key, text, "two numbers from 0 to 999, the lower first, such as 0-499");
            return null;
        }
        String[] ends = text.split("-");
        return config.make(() -> new BucketRange(Integer.parseInt(ends[0]), Integer.parseInt(ends[1])));
    }

    private static Experiment experiment(Config config) {
        List<Arm> arms = new ArrayList<>();
        config.list("arms", ARM).forEach(arm -> arms.add(arm(arm)));
        List<RampStep> ramp = new ArrayList<>();
        List<Config> steps = config.unlessUnset("ramp", key -> config.list(key, STEP));
        if (steps != null) {
            steps.forEach(step -> ramp.add(new RampStep(Times.of(step, "at"), step.number("share"))));
        }
        Map<String, String> forced = config.unlessUnset("forced", config::map);
        return new Experiment(
                config.text("id"),
                config.text("layer"),
                config.texts("placements"),
                new Experiment.Period(Times.of(config, "start"), Times.of(config, "end")),
                arms,
                ramp,
                forced == null ? Map.of() : forced,
                config.number("pairs"),
                Designs.read(config, arms));
    }

    private static Arm arm(Config config) {
        return new Arm(config.text("name"), range(config, "buckets"), variation(config));
    }

    private static Variation variation(Config config) {
        return new Variation(
                config.unlessUnset("sources", config::texts),
                config.unlessUnset("ranker", config::text),
                config.unlessUnset("reranker", config::text),
                config.unlessUnset("rerank", key -> config.integer(key, 1, 1000)),
                config.unlessUnset("top", key -> config.integer(key, 1, 1000)),
                filters(config),
                config.unlessUnset("interleave_with", config::text));
    }

    private static FilterVariation filters(Config config) {
        return new FilterVariation(
                config.unlessUnset(
                        "category_levels",
                        key -> config.text(key).equals("any") ? -1 : (Integer) config.integer(key, 0, 16)),
                config.unlessUnset("matching", config::texts),
                config.unlessUnset("hide_bought", config::flag),
                config.unlessUnset("hide_seen", config::flag),
                config.unlessUnset("price_band", config::number));
    }
}
