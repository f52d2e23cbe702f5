package akin.similar.text;

import akin.models.kernel.Kernels;
import akin.models.random.Hash;
import akin.similar.catalogue.Product;
import akin.similar.feature.Part;
import akin.similar.feature.PartedExtractor;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Words, character n-grams, model numbers and numbers of a text, weighted by rarity and by one plus the logarithm of how
 * often they occur, as {@link View parts} of unit length. A term's direction is drawn by its hash, each number of it +1 or
 * -1: a random projection of all the terms that there might be. It knows no language. [Achlioptas, PODS 2001]
 */
public final class NgramExtractor implements PartedExtractor {
    private static final int FORMAT = 1;
    private static final long SIGNS = 0x516E;

    private final String id;
    private final TextField field;
    private final TermStatistics statistics;
    private final List<View> views;
    private final int width;

    /**
     * @param width of each view's part, a multiple of 64
     */
    public NgramExtractor(String id, TextField field, TermStatistics statistics, List<View> views, int width) {
        if (width < 64 || width % 64 != 0) {
            throw new IllegalArgumentException("width is " + width + ", must be a multiple of 64");
        }
        this.id = id;
        this.field = field;
        this.statistics = statistics;
        this.views = List.copyOf(views);
        this.width = width;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String version() {
        return "ngrams-" + FORMAT + "-" + width + "-" + views + "-" + statistics.digest();
    }

    @Override
    public int dimensions() {
        return views.size() * width;
    }

    @Override
    public List<Part> parts() {
        return views.stream().map(view -> new Part(view.label(), width)).toList();
    }

    @Override
    public byte[] content(Product product) {
        String text = field.text().apply(product);
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public float[] extract(byte[] content) {
        String normal = Texts.normal(new String(content, StandardCharsets.UTF_8));
        float[] vector = new float[dimensions()];
        boolean isEmpty = true;
        for (int i = 0; i < views.size(); i++) {
            isEmpty &= !add(views.get(i), normal, vector, i * width);
        }
        return isEmpty ? null : vector;
    }

    /** Returns whether the text has any term. */
    private boolean add(View view, String normal, float[] vector, int at) {
        Map<Long, Integer> terms = new HashMap<>();
        for (String term : view.terms(normal)) {
            terms.merge(statistics.hash(view, term), 1, Integer::sum);
        }
        // Sums of floats depend on their order, and that of a map on the machine's whim: sorted, they don't.
        long[] hashes = terms.keySet().stream().mapToLong(hash -> hash).sorted().toArray();
        for (long hash : hashes) {
            double often = 1 + StrictMath.log(terms.get(hash));
            add((float) (often * statistics.rarity(view, hash)), hash, vector, at);
        }
        float norm = (float) Math.sqrt(Kernels.squaredNorm(vector, at, width));
        if (norm > 0) {
            Kernels.scale(1 / norm, vector, at, width);
        }
        return norm > 0;
    }

    private void add(float weight, long hash, float[] vector, int at) {
        for (int word = 0; word < width / 64; word++) {
            long signs = Hash.of(SIGNS, hash, word);
            for (int i = 0; i < 64; i++, signs >>>= 1) {
                vector[at + 64 * word + i] += (signs & 1) == 0 ? weight : -weight;
            }
        }
    }
}
