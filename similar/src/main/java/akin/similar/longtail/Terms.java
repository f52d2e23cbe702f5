package akin.similar.longtail;

import akin.models.kernel.Matrix;
import akin.models.random.Hash;
import akin.similar.catalogue.Product;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * The content of items as rare terms: words, pairs of words and pieces of words of the title, brand, category and
 * attributes. Weights are {@code tf · ln((N + 1) / (df + ½))}, and an item's terms have length one.
 */
public final class Terms {
    private static final float PAIR = 0.5f;
    private static final float PIECE = 0.3f;
    private static final long HASHES = Hash.seed(0, "terms");

    private final int[][] terms;
    private final float[][] weights;
    private final int[][] postings;
    private final float[][] postedWeights;

    private Terms(int[][] terms, float[][] weights, int termCount) {
        this.terms = terms;
        this.weights = weights;
        int[] lengths = new int[termCount];
        for (int[] of : terms) {
            for (int term : of) {
                lengths[term]++;
            }
        }
        postings = new int[termCount][];
        postedWeights = new float[termCount][];
        for (int term = 0; term < termCount; term++) {
            postings[term] = new int[lengths[term]];
            postedWeights[term] = new float[lengths[term]];
        }
        Arrays.fill(lengths, 0);
        for (int item = 0; item < terms.length; item++) {
            for (int i = 0; i < terms[item].length; i++) {
                int term = terms[item][i];
                postings[term][lengths[term]] = item;
                postedWeights[term][lengths[term]++] = weights[item][i];
            }
        }
    }

    /**
     * Counts the terms of items.
     *
     * @param pieces whether pieces of words are terms too
     */
    public static Terms of(int items, IntFunction<Product> products, boolean pieces) {
        Map<String, Integer> numbers = new HashMap<>();
        int[][] terms = new int[items][];
        float[][] weights = new float[items][];
        for (int item = 0; item < items; item++) {
            Map<String, Float> counts = counts(products.apply(item), pieces);
            terms[item] = new int[counts.size()];
            weights[item] = new float[counts.size()];
            int i = 0;
            for (Map.Entry<String, Float> count : counts.entrySet()) {
                Integer number = numbers.putIfAbsent(count.getKey(), numbers.size());
                terms[item][i] = number == null ? numbers.size() - 1 : number;
                weights[item][i++] = count.getValue();
            }
        }
        weigh(terms, weights, numbers.size());
        return new Terms(terms, weights, numbers.size());
    }

    private static Map<String, Float> counts(Product product, boolean pieces) {
        Map<String, Float> counts = new TreeMap<>();
        if (product == null) {
            return counts;
        }
        addText(counts, product.title(), pieces);
        if (product.brand() != null) {
            add(counts, "brand=" + product.brand().toLowerCase(Locale.ROOT), 1);
        }
        for (String category : product.category()) {
            add(counts, "category=" + category.toLowerCase(Locale.ROOT), 1);
        }
        product.attributes().forEach((name, value) -> add(counts, name + "=" + value.toLowerCase(Locale.ROOT), 1));
        return counts;
    }

    private static void addText(Map<String, Float> counts, String text, boolean pieces) {
        if (text == null) {
            return;
        }
        String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
        List<String> words = Arrays.stream(plain.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        for (int i = 0; i < words.size(); i++) {
            add(counts, words.get(i), 1);
            if (i > 0) {
                add(counts, words.get(i - 1) + " " + words.get(i), PAIR);
            }
            if (pieces) {
                addPieces(counts, "^" + words.get(i) + "$");
            }
        }
    }

    private static void addPieces(Map<String, Float> counts, String word) {
        for (int length = 3; length <= 4; length++) {
            for (int from = 0; from + length <= word.length(); from++) {
                add(counts, "#" + word.substring(from, from + length), PIECE);
            }
        }
    }

    private static void add(Map<String, Float> counts, String term, float count) {
        counts.merge(term, count, Float::sum);
    }

    private static void weigh(int[][] terms, float[][] weights, int termCount) {
        int[] frequencies = new int[termCount];
        for (int[] of : terms) {
            for (int term : of) {
                frequencies[term]++;
            }
        }
        for (int item = 0; item < terms.length; item++) {
            double squares = 0;
            for (int i = 0; i < terms[item].length; i++) {
                weights[item][i] *= (float) StrictMath.log((terms.length + 1) / (frequencies[terms[item][i]] + 0.5));
                squares += (double) weights[item][i] * weights[item][i];
            }
            for (int i = 0; i < terms[item].length && squares > 0; i++) {
                weights[item][i] /= (float) Math.sqrt(squares);
            }
        }
    }

    /** Returns whether anything is known of an item. */
    public boolean knows(int item) {
        return terms[item].length > 0;
    }

    /** Adds the cosine of every item to a multiple of this one. */
    void addCosines(int item, float times, float[] to, int at) {
        for (int i = 0; i < terms[item].length; i++) {
            int[] posting = postings[terms[item][i]];
            float[] posted = postedWeights[terms[item][i]];
            float weight = times * weights[item][i];
            for (int k = 0; k < posting.length; k++) {
                to[at + posting[k]] += weight * posted[k];
            }
        }
    }

    /** Adds an item's terms to a row, each at a column that is a hash of it. */
    void hash(int item, Matrix to, int row, int columns) {
        for (int i = 0; i < terms[item].length; i++) {
            long hash = Hash.of(HASHES, 0, terms[item][i]);
            int column = (int) Hash.below(hash, columns);
            to.values()[to.offset(row) + column] += (hash & 1) == 0 ? weights[item][i] : -weights[item][i];
        }
    }
}
