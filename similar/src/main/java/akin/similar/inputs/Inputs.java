package akin.similar.inputs;

import akin.similar.catalogue.Product;
import akin.similar.feature.Extractor;
import akin.similar.feature.PriceExtractor;
import akin.similar.feature.VectorsExtractor;
import akin.similar.minilm.MiniLm;
import akin.similar.picture.PictureExtractor;
import akin.similar.reduce.HashProjection;
import akin.similar.settings.UsageException;
import akin.similar.text.NgramExtractor;
import akin.similar.text.TermStatistics;
import akin.similar.text.TextField;
import akin.similar.text.View;
import akin.similar.text.Words;
import akin.similar.wordvectors.PooledWords;
import akin.similar.wordvectors.WordVectors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Chooses the inputs that products have: those of which at least a twentieth of them says something.
 *
 * @param images the folder or archive of pictures, or null
 * @param vectors a file of vectors of products in the text format of word2vec, or null
 * @param hidden properties that are no inputs, since they say what similar means
 * @param width of each part of an input
 */
public record Inputs(List<Product> products, Path images, Path vectors, Set<String> hidden, int width) {
    private static final double LEAST_SHARE = 0.05;
    private static final int MOST_ATTRIBUTES = 8;

    /** Opens the extractors; who asked for them closes them. */
    public List<Extractor> extractors() throws IOException {
        List<Extractor> extractors = new ArrayList<>();
        if (isSaid(product -> TextField.title().text().apply(product) != null)) {
            extractors.add(ngrams("title-ngrams", TextField.title(), List.of(View.values())));
            extractors.add(HashProjection.of(new MiniLm("title-minilm", TextField.title()), width));
            extractors.add(words("title-words2vec", TextField.title()));
        }
        if (hidden.isEmpty() && hasMoreThanTitles()) {
            extractors.add(ngrams("text-ngrams", TextField.everything(), List.of(View.values())));
        }
        if (!hidden.contains("brand") && isSaid(product -> product.brand() != null)) {
            extractors.add(ngrams("brand", TextField.brand(), List.of(View.WORDS, View.CHARACTERS)));
        }
        for (String attribute : hidden.isEmpty() ? attributes() : List.<String>of()) {
            extractors.add(ngrams(
                    "attribute-" + attribute, TextField.attribute(attribute), List.of(View.WORDS, View.CHARACTERS)));
        }
        if (isSaid(Product::hasPrice)) {
            extractors.add(new PriceExtractor("price"));
        }
        if (images != null && isSaid(product -> product.image() != null)) {
            extractors.add(new PictureExtractor("image-colour", PictureExtractor.Part.COLOUR, images));
            extractors.add(new PictureExtractor("image-shape", PictureExtractor.Part.SHAPE, images));
        }
        if (vectors != null) {
            extractors.add(new VectorsExtractor("behaviour", vectors));
        }
        if (extractors.isEmpty()) {
            throw new UsageException("the catalogue says nothing that products could be compared by");
        }
        return extractors;
    }

    private boolean hasMoreThanTitles() {
        TextField title = TextField.title();
        TextField everything = TextField.everything();
        return isSaid(product ->
                !Objects.equals(title.text().apply(product), everything.text().apply(product)));
    }

    private boolean isSaid(Predicate<Product> said) {
        return products.stream().filter(said).count() > LEAST_SHARE * products.size();
    }

    private List<String> attributes() {
        TreeMap<String, Integer> counts = new TreeMap<>();
        products.forEach(product -> product.attributes().keySet().forEach(name -> counts.merge(name, 1, Integer::sum)));
        return counts.keySet().stream()
                .filter(name -> counts.get(name) > LEAST_SHARE * products.size())
                .limit(MOST_ATTRIBUTES)
                .toList();
    }

    private Extractor ngrams(String id, TextField field, List<View> views) {
        return new NgramExtractor(id, field, statistics(field), views, width);
    }

    private TermStatistics statistics(TextField field) {
        TermStatistics statistics = new TermStatistics();
        texts(field).forEach(statistics::add);
        return statistics;
    }

    private Stream<String> texts(TextField field) {
        return products.stream().map(field.text()).filter(Objects::nonNull);
    }

    private Extractor words(String id, TextField field) {
        WordVectors vectors = WordVectors.learn(texts(field).map(Words::of).toList(), width);
        return new PooledWords(id, field, vectors, statistics(field));
    }
}
