package akin.models.embedding;

import akin.models.catalog.Item;
import akin.models.memory.Memory;
import akin.models.memory.Table;
import akin.models.random.Hash;
import java.util.Locale;

/**
 * What the catalogue says of items, as terms: the levels of the category, the brand, the price to the half of a power of
 * two, each attribute, and the words of the title. A term is a number below {@value #TERMS}, by hash.
 *
 * <ul>
 *   <li>{@code foretold.content}, ints: per item row the number of terms, then these
 * </ul>
 */
final class ItemContent {
    static final int TERMS = 1 << 14;
    static final int MOST_PER_ITEM = 23;

    private static final long HASHES = Hash.seed(0, "foretold.content");
    private static final int PRICE_BITS = 22;

    private final Table rows;
    private final int[] terms = new int[MOST_PER_ITEM];
    private int size;

    ItemContent(Memory memory) {
        rows = memory.table("foretold.content", 1 + MOST_PER_ITEM);
    }

    /** Replaces the terms of an item; writes nothing where they are as before, as those of most messages are. */
    void set(int row, Item item) {
        collect(item);
        rows.ensure(row);
        if (!isAsBefore(row)) {
            rows.setInt(row, 0, size);
            for (int i = 0; i < size; i++) {
                rows.setInt(row, 1 + i, terms[i]);
            }
        }
    }

    private boolean isAsBefore(int row) {
        boolean same = count(row) == size;
        for (int i = 0; same && i < size; i++) {
            same = term(row, i) == terms[i];
        }
        return same;
    }

    private void collect(Item item) {
        size = 0;
        StringBuilder path = new StringBuilder("category");
        for (String level : item.category()) {
            add(path.append('/').append(level).toString());
        }
        if (item.brand() != null) {
            add("brand=" + item.brand());
        }
        if (!Double.isNaN(item.price())) {
            add("price=" + (Float.floatToIntBits((float) item.price()) >>> PRICE_BITS));
        }
        item.attributes().forEach((name, value) -> add("attribute/" + name + "=" + value));
        if (item.content().title() != null) {
            for (String word : item.content().title().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
                if (!word.isEmpty()) {
                    add("title=" + word);
                }
            }
        }
    }

    private void add(String term) {
        if (size < MOST_PER_ITEM) {
            terms[size++] = (int) Hash.below(Hash.seed(HASHES, term), TERMS);
        }
    }

    /** Returns how many terms an item has. */
    int count(int row) {
        return rows.has(row) ? rows.getInt(row, 0) : 0;
    }

    int term(int row, int i) {
        return rows.getInt(row, 1 + i);
    }

    void clear(int row) {
        if (count(row) > 0) {
            rows.clear(row);
        }
    }
}
