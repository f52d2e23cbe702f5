package akin.models.embedding;

import akin.models.catalog.Catalog;
import akin.models.catalog.Items;
import akin.models.event.EventType;
import akin.models.memory.Memory;
import akin.models.neighbours.Nearest;
import akin.models.neighbours.NearestItems;
import akin.models.neighbours.Space;
import akin.models.random.Hash;
import akin.models.ranking.Ranker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The learners of one shard. Examples are learned in batches that size and event time cut, each together with old
 * examples out of a reservoir: so one pass over a stream comes near many epochs.
 */
public final class Learners {
    /** Names of all learners, which are those of their rankers. */
    public static final List<String> NAMES = List.of("item2vec", "personalized", "personalized-cart", "supervised");

    private static final int MOST_ON_MAP = 2000;
    private static final long REPLAYS = 0x5EED;

    private final EmbeddingSettings settings;
    private final Catalog catalog;
    private final Slots slots;
    private final Examples examples;
    private final Negatives negatives;
    private final Batch batch;
    private final List<Learner> learners = new ArrayList<>();
    private final List<Ranker> rankers = new ArrayList<>();
    private final int[] items;
    private NearestItems nearest;
    private Cartographer cartographer;

    public Learners(Memory memory, EmbeddingSettings settings, Catalog catalog) {
        this.settings = settings;
        this.catalog = catalog;
        examples = new Examples(memory, settings);
        slots = new Slots(memory);
        negatives = new Negatives(settings, catalog.items(), slots, examples);
        batch = new Batch(settings.window());
        items = new int[settings.window()];
        ColdStart coldStart = new ColdStart(catalog, slots);
        if (settings.learners().contains(NAMES.get(0))) {
            Item2vec item2vec = new Item2vec(memory, settings, coldStart);
            learners.add(item2vec);
            rankers.add(new EmbeddingRankers.Cosine(item2vec.name(), item2vec.items(), slots));
            cartographer = new Cartographer(catalog, slots, item2vec.items());
            nearest = new NearestItems(memory, settings.neighbours(), item2vec.items());
        }
        if (settings.learners().contains(NAMES.get(1))) {
            add(WindowModel.personalized(memory, settings, coldStart));
        }
        if (settings.learners().contains(NAMES.get(2))) {
            add(WindowModel.personalizedCart(memory, settings, coldStart));
        }
        if (settings.learners().contains(NAMES.get(3))) {
            add(WindowModel.supervised(memory, settings, coldStart));
        }
    }

    /** The vectors of a table by the rows of their items. */
    private record ItemSpace(Embeddings table, Slots slots, Items items) implements Space {
        @Override
        public float[] page(int row) {
            return table.page(slots.of(row));
        }

        @Override
        public int offset(int row) {
            return table.offset(slots.of(row));
        }

        @Override
        public int dimensions() {
            return table.dimensions();
        }

        @Override
        public boolean has(int row) {
            return table.has(slots.of(row));
        }

        @Override
        public int end() {
            return items.end();
        }
    }

    private void add(WindowModel model) {
        learners.add(model);
        rankers.add(new EmbeddingRankers.ByWindow(model, slots));
    }

    /** The table that a learner has while it is on. */
    public static String tableOf(String learner) {
        return Progress.TABLE + learner;
    }

    /** The items nearest to an item in the space of item2vec, as {@link Nearest} says; none when that is off. */
    public int nearest(int row, int k, int[] rows, float[] cosines) {
        int slot = slots.of(row);
        if (nearest == null || slot == 0) {
            return 0;
        }
        int n = nearest.nearest(slot, k, rows, cosines);
        for (int i = 0; i < n; i++) {
            rows[i] = slots.row(rows[i]);
        }
        return n;
    }

    /**
     * The spaces of all learners that are on, by table name: {@code item2vec.items}, …; to look into a model. Their rows
     * are those of the items.
     */
    public SortedMap<String, Space> spaces() {
        SortedMap<String, Space> spaces = new TreeMap<>();
        for (Learner learner : learners) {
            learner.tables()
                    .forEach(table -> spaces.put(table.rows().name(), new ItemSpace(table, slots, catalog.items())));
        }
        return spaces;
    }

    /** {@link NearestItems#recall} in the space of item2vec; 1 when that is off. */
    public double neighbourRecall() {
        return nearest == null ? 1 : nearest.recall();
    }

    /** Builds anew what is derived from memory, after memory was loaded. */
    public void loaded() {
        List<Embeddings> tables =
                learners.stream().flatMap(learner -> learner.tables().stream()).toList();
        tables.forEach(Embeddings::loaded);
        slots.loaded(
                tables.stream().mapToInt(Embeddings::end).max().orElse(0),
                row -> tables.stream().anyMatch(table -> table.has(row)));
        if (nearest != null) {
            nearest.loaded();
        }
    }

    /** Takes over what is remembered under other settings: examples, and the learners that are on here and there. */
    public void adopt(Learners other) {
        examples.adopt(other.examples);
        for (Learner learner : learners) {
            other.learners.stream()
                    .filter(before -> before.name().equals(learner.name()))
                    .forEach(learner::adopt);
        }
        if (nearest != null && other.nearest != null) {
            nearest.adopt(other.nearest);
        }
    }

    /** A ranker per learner that is on. */
    public List<Ranker> rankers() {
        return rankers;
    }

    /**
     * Takes in a visit in its context.
     *
     * @param ledTo what it is known to have led to
     * @param window ids of the items before it, newest last
     */
    public void visit(String itemId, EventType ledTo, List<String> window, long timestamp) {
        add(itemId, window, timestamp, 1, weight(ledTo));
        if (nearest != null) {
            nearest.learned();
        }
    }

    /**
     * Takes in that an earlier visit of the session led into the cart or to a purchase: only the weight that it lacks.
     *
     * @param before what the visit was known to have led to by then
     */
    public void enhance(String itemId, EventType type, EventType before, List<String> window, long timestamp) {
        float missing = weight(type) - weight(before);
        if (missing > 0) {
            add(itemId, window, timestamp, 0, missing);
        }
    }

    private float weight(EventType type) {
        return switch (type) {
            case CART -> (float) settings.cartWeight();
            case PURCHASE -> (float) settings.purchaseWeight();
            default -> 1;
        };
    }

    private void add(String itemId, List<String> window, long timestamp, float weight, float cartWeight) {
        if (learners.isEmpty()) {
            return;
        }
        advance(timestamp);
        examples.setSpan(span(timestamp));
        Items known = catalog.items();
        int target = known.ref(catalog.know(itemId, timestamp));
        int n = 0;
        for (int i = window.size() - 1; i >= 0 && n < items.length; i--) {
            items[n++] = known.ref(catalog.know(window.get(i), timestamp));
        }
        if (n > 0) {
            examples.add(target, weight, cartWeight, items, n);
            if (examples.seen() - examples.learned() >= settings.batch()) {
                learn();
            }
        }
    }

    /** Lets event time go on: examples of an earlier span are learned. */
    public void advance(long timestamp) {
        if (examples.seen() > examples.learned() && span(timestamp) != examples.span()) {
            learn();
        }
    }

    private long span(long timestamp) {
        return Math.floorDiv(timestamp, settings.batchSpan().toMillis());
    }

    private void learn() {
        fill();
        if (batch.size() > 0) {
            negatives.draw(examples.learned());
            learners.forEach(learner -> learner.learn(batch, negatives));
        }
        examples.learnedAll();
    }

    private void fill() {
        batch.clear();
        for (long example = examples.learned(); example < examples.seen(); example++) {
            take(example, true);
        }
        long old = examples.learned() - examples.oldest();
        for (long example = examples.learned(); example < examples.seen() && old > 0; example++) {
            for (int replay = 0; replay < settings.replays(); replay++) {
                long hash = Hash.of(settings.seed() + REPLAYS, example, replay);
                take(examples.oldest() + Hash.below(hash, old), false);
            }
        }
    }

    private void take(long example, boolean isFresh) {
        int target = slot(examples.target(example));
        if (target == 0) {
            return;
        }
        batch.add(target, examples.weight(example), examples.cartWeight(example), isFresh);
        for (int i = 0; i < examples.size(example); i++) {
            int item = slot(examples.item(example, i));
            if (item != 0) {
                batch.addItem(item);
            }
        }
        batch.dropIfEmpty();
    }

    /** The slot of an item that is still known and, as far as visits are counted here, was seen often enough; or 0. */
    private int slot(int ref) {
        Items known = catalog.items();
        int row = known.resolve(ref);
        return row != 0 && known.isAdmitted(row, settings.admission()) ? slots.take(row) : 0;
    }

    /** An item is gone. */
    public void forget(int row) {
        int slot = slots.of(row);
        if (slot == 0) {
            return;
        }
        learners.forEach(learner -> learner.forget(slot));
        if (nearest != null) {
            nearest.forget(slot);
        }
        slots.free(row);
    }

    /** The most visited items in the space of item2vec, or null when there is none. */
    public ItemMap map() {
        return cartographer == null ? null : cartographer.draw(NAMES.get(0), MOST_ON_MAP);
    }

    /** How each learner does, by name. */
    public Map<String, Learning> figures() {
        Map<String, Learning> figures = new TreeMap<>();
        learners.forEach(learner -> figures.put(learner.name(), learner.figures()));
        return figures;
    }
}
