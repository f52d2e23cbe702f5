package akin.similar.configuration;

import akin.similar.index.HnswSettings;
import akin.similar.settings.Section;
import akin.similar.settings.Section.Problems;
import akin.similar.settings.YamlFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The settings of a workflow.
 *
 * @param features by name
 * @param published features whose vectors go into catalogue messages, by the name there
 */
public record SimilarSettings(
        CatalogueSettings catalogue,
        WorkflowSettings workflow,
        Map<String, FeatureSettings> features,
        HnswSettings index,
        Map<String, String> published,
        List<ApplicationSettings> applications) {
    /**
     * Where the catalogue is.
     *
     * @param images null where there are none
     */
    public record CatalogueSettings(Path file, Map<String, Object> columns, Path images) {}

    /**
     * How the work is cut.
     *
     * @param cache null for the folder of the run
     */
    public record WorkflowSettings(int partitions, int parallelism, Path cache) {}

    /**
     * How a feature is made.
     *
     * @param extractor the kind
     * @param options what else the configuration says
     */
    public record FeatureSettings(String name, String extractor, Map<String, Object> options) {}

    /**
     * Reads the defaults, lays a file over them and single keys over both.
     *
     * @param file or null
     * @param assignments each {@code key=value}
     */
    public static SimilarSettings load(Path file, List<String> assignments) {
        Map<String, Object> all = YamlFile.defaults();
        if (file != null) {
            YamlFile.lay(all, YamlFile.read(file));
        }
        assignments.forEach(assignment -> YamlFile.lay(all, YamlFile.single(assignment)));
        Problems problems = new Problems();
        SimilarSettings settings = read(new Section("", all, problems));
        problems.verify();
        return settings;
    }

    private static SimilarSettings read(Section root) {
        Map<String, Object> defaults = root.map("application_defaults");
        SimilarSettings settings = new SimilarSettings(
                catalogue(root.section("catalogue")),
                workflow(root.section("workflow")),
                features(root.map("features"), root),
                index(root.section("index")),
                published(root.section("publish")),
                applications(root.section("applications"), defaults));
        root.end();
        for (ApplicationSettings application : settings.applications()) {
            for (String input : application.inputs().keySet()) {
                if (!settings.features().containsKey(input)) {
                    root.problem(
                            "applications." + application.name() + ".inputs",
                            input,
                            "features that are known: "
                                    + String.join(", ", settings.features().keySet()));
                }
            }
        }
        return settings;
    }

    private static CatalogueSettings catalogue(Section section) {
        String file = section.text("file");
        if (file == null) {
            section.problem("file", "", "the file of the catalogue");
        }
        Map<String, Object> columns = section.map("columns");
        String images = section.text("images");
        section.end();
        return new CatalogueSettings(
                file == null ? null : Path.of(file), columns, images == null ? null : Path.of(images));
    }

    private static WorkflowSettings workflow(Section section) {
        int partitions = section.whole("partitions", 1, 1_000_000);
        int parallelism = section.whole("parallelism", 0, 10_000);
        String cache = section.text("cache");
        section.end();
        int cores = Runtime.getRuntime().availableProcessors();
        return new WorkflowSettings(
                partitions, parallelism == 0 ? cores : parallelism, cache == null ? null : Path.of(cache));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, FeatureSettings> features(Map<String, Object> all, Section root) {
        Map<String, FeatureSettings> features = new LinkedHashMap<>();
        all.forEach((name, value) -> {
            Map<String, Object> options =
                    value instanceof Map ? new LinkedHashMap<>((Map<String, Object>) value) : Map.of();
            Object extractor = options.get("extractor");
            if (!name.matches("[a-z0-9][a-z0-9_-]*") || !(extractor instanceof String)) {
                root.problem("features." + name, value, "a group with an extractor, its name in lower-case letters");
            } else {
                options.remove("extractor");
                features.put(name, new FeatureSettings(name, extractor.toString(), options));
            }
        });
        return features;
    }

    private static Map<String, String> published(Section section) {
        Map<String, String> features = new TreeMap<>();
        section.map("embeddings").forEach((name, feature) -> features.put(name, String.valueOf(feature)));
        section.end();
        return features;
    }

    private static HnswSettings index(Section section) {
        int edges = section.whole("edges", 2, 256);
        int construction = section.whole("construction", 1, 4096);
        int search = section.whole("search", 1, 65_536);
        double breadth = section.number("breadth", 1, 100);
        int scan = section.whole("scan", 0, 1_000_000);
        section.end();
        return section.make(() -> new HnswSettings(edges, construction, search, breadth, scan));
    }

    private static List<ApplicationSettings> applications(Section section, Map<String, Object> defaults) {
        List<ApplicationSettings> all = new ArrayList<>();
        for (String name : section.names()) {
            ApplicationSettings application = application(name, section.section(name, defaults));
            if (application != null) {
                all.add(application);
            }
        }
        if (section.names().isEmpty()) {
            section.problem("", "", "at least one application");
        }
        return all;
    }

    private static ApplicationSettings application(String name, Section section) {
        Map<String, Double> inputs = section.numbers("inputs", 0, 1000);
        List<String> keys = section.texts("key_attributes");
        boolean availableOnly = section.flag("available_only");
        double priceBand = section.number("price_band", 0, 1e6);
        ApplicationSettings.Depth depth = new ApplicationSettings.Depth(
                section.whole("k", 1, 10_000),
                section.whole("candidates", 1, 100_000),
                section.whole("partitions", 1, 1_000_000));
        TrainingSettings training = TrainingReader.read(section);
        section.end();
        return section.make(
                () -> new ApplicationSettings(name, inputs, keys, availableOnly, priceBand, depth, training));
    }
}
