package akin.similar.workflow;

import akin.similar.feature.ExtractorFactory;
import akin.similar.minilm.MiniLm;
import akin.similar.reduce.HashProjection;
import akin.similar.settings.Section;
import akin.similar.text.NgramExtractor;
import akin.similar.text.TermStatistics;
import akin.similar.text.TextField;
import akin.similar.text.View;
import akin.similar.wordvectors.PooledWords;
import akin.similar.wordvectors.WordVectors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Makes the extractors of texts that the configuration names. */
record TextExtractors(TextModels models) {
    private static final List<String> FIELDS = List.of("title", "description", "text");

    /**
     * Returns the factory of {@code minilm}, {@code ngrams} or {@code words}.
     *
     * @param isWanted whether anyone uses it; otherwise its options are read only
     */
    ExtractorFactory factory(String kind, String name, Section options, boolean isWanted) throws IOException {
        String field = options.text("field", FIELDS);
        int dimensions = options.whole("dimensions", 64, 4096);
        if (kind.equals("ngrams") && dimensions % 64 != 0) {
            options.problem("dimensions", dimensions, "a multiple of 64");
            return null;
        }
        if (!FIELDS.contains(field) || !isWanted) {
            return null;
        }
        return switch (kind) {
            case "minilm" -> () -> HashProjection.of(new MiniLm(name, field(field)), dimensions);
            case "ngrams" -> ngrams(name, field, dimensions);
            default -> words(name, field, dimensions);
        };
    }

    private ExtractorFactory ngrams(String name, String field, int dimensions) throws IOException {
        String terms = models.terms(field(field)).toString();
        return () -> new NgramExtractor(
                name, field(field), TermStatistics.read(Path.of(terms)), List.of(View.values()), dimensions);
    }

    private ExtractorFactory words(String name, String field, int dimensions) throws IOException {
        String terms = models.terms(field(field)).toString();
        String words = models.words(field(field), dimensions).toString();
        return () -> new PooledWords(
                name, field(field), WordVectors.read(Path.of(words)), TermStatistics.read(Path.of(terms)));
    }

    private static TextField field(String name) {
        return switch (name) {
            case "description" -> TextField.description();
            case "text" -> TextField.everything();
            default -> TextField.title();
        };
    }
}
