package akin.models.catalog;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an item is by its words and pictures, and what the batch workflow found to be similar. What a catalogue message
 * doesn't tell of this stays as an earlier message told it.
 *
 * @param title or null
 * @param embeddings vectors by input, such as {@code image} and {@code text}; an empty one takes an earlier one away
 * @param similar ids of similar items, best first, by application; an empty list takes an earlier one away
 */
public record Content(String title, SortedMap<String, Embedding> embeddings, SortedMap<String, List<String>> similar) {
    /** Nothing is told. */
    public static final Content NONE = new Content(null, new TreeMap<>(), new TreeMap<>());

    public Content {
        embeddings = Collections.unmodifiableSortedMap(new TreeMap<>(embeddings));
        SortedMap<String, List<String>> lists = new TreeMap<>();
        for (Map.Entry<String, List<String>> list : similar.entrySet()) {
            lists.put(list.getKey(), List.copyOf(list.getValue()));
        }
        similar = Collections.unmodifiableSortedMap(lists);
    }

    public boolean isEmpty() {
        return title == null && embeddings.isEmpty() && similar.isEmpty();
    }

    /** A vector that doesn't change. */
    public static final class Embedding {
        /** Longer ones have to be reduced before they are sent. */
        public static final int MOST_DIMENSIONS = 128;

        private final float[] values;

        private Embedding(float[] values) {
            this.values = values;
        }

        public static Embedding of(float... values) {
            return new Embedding(values.clone());
        }

        public int dimensions() {
            return values.length;
        }

        public float get(int dimension) {
            return values[dimension];
        }

        /** Copies it to where it is needed. */
        public void copyTo(float[] target, int offset) {
            System.arraycopy(values, 0, target, offset, values.length);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Embedding that && Arrays.equals(that.values, values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }

        @Override
        public String toString() {
            return Arrays.toString(values);
        }
    }
}
