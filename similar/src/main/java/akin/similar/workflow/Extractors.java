package akin.similar.workflow;

import akin.similar.configuration.SimilarSettings;
import akin.similar.configuration.SimilarSettings.FeatureSettings;
import akin.similar.feature.AttributesExtractor;
import akin.similar.feature.ExtractorFactory;
import akin.similar.feature.PriceExtractor;
import akin.similar.feature.VectorsExtractor;
import akin.similar.picture.NetworkExtractor;
import akin.similar.picture.NetworkSettings;
import akin.similar.picture.PictureExtractor;
import akin.similar.picture.PictureExtractor.Part;
import akin.similar.settings.Section;
import akin.similar.settings.Section.Problems;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The kinds of extractors that the configuration can name. */
final class Extractors {
    private static final List<String> KINDS = List.of(
            "colour-shape", "colour", "shape", "onnx", "minilm", "ngrams", "words", "price", "attributes", "vectors");

    private final SimilarSettings settings;
    private final TextExtractors texts;

    Extractors(SimilarSettings settings, TextModels models) {
        this.settings = settings;
        texts = new TextExtractors(models);
    }

    /** Returns the factories of those features, of some, that the catalogue has something for, by name. */
    Map<String, ExtractorFactory> all(Set<String> wanted) throws IOException {
        Problems problems = new Problems();
        Map<String, ExtractorFactory> factories = new LinkedHashMap<>();
        for (FeatureSettings feature : settings.features().values()) {
            Section options = new Section("features." + feature.name(), feature.options(), problems);
            ExtractorFactory factory = factory(feature, options, wanted.contains(feature.name()));
            if (factory != null && wanted.contains(feature.name())) {
                factories.put(feature.name(), factory);
            }
            options.end();
        }
        problems.verify();
        return factories;
    }

    private ExtractorFactory factory(FeatureSettings feature, Section options, boolean isWanted) throws IOException {
        String name = feature.name();
        switch (feature.extractor()) {
            case "colour-shape":
                return picture(name, Part.BOTH);
            case "colour":
                return picture(name, Part.COLOUR);
            case "shape":
                return picture(name, Part.SHAPE);
            case "onnx":
                return network(name, options);
            case "minilm", "ngrams", "words":
                return texts.factory(feature.extractor(), name, options, isWanted);
            case "price":
                return () -> new PriceExtractor(name);
            case "attributes":
                int dimensions = options.whole("dimensions", 8, 4096);
                return () -> new AttributesExtractor(name, dimensions);
            case "vectors":
                String file = options.text("file");
                return file == null ? null : () -> new VectorsExtractor(name, Path.of(file));
            default:
                options.problem("extractor", feature.extractor(), "one of " + String.join(", ", KINDS));
                return null;
        }
    }

    private ExtractorFactory network(String name, Section options) {
        String model = options.text("model");
        String layout = options.text("layout");
        int size = options.whole("size", 8, 2048);
        List<Double> mean = options.numbers("mean");
        List<Double> deviation = options.numbers("deviation");
        String output = options.text("output");
        NetworkSettings network = options.make(() -> new NetworkSettings(size, layout, mean, deviation, output));
        if (settings.catalogue().images() == null || model == null || network == null) {
            return null;
        }
        String place = settings.catalogue().images().toString();
        return () -> new NetworkExtractor(name, Path.of(model), network, Path.of(place));
    }

    private ExtractorFactory picture(String name, Part part) {
        if (settings.catalogue().images() == null) {
            return null;
        }
        String place = settings.catalogue().images().toString();
        return () -> new PictureExtractor(name, part, Path.of(place));
    }
}
