package akin.models.embedding;

import akin.models.catalog.Catalog;
import akin.models.catalog.Items;
import akin.models.component.Component;
import akin.models.memory.Memory;
import akin.models.random.Hash;
import akin.models.shard.Enhancement;
import akin.models.shard.Visit;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes examples of visits for the learners of one shard, which learn them in batches that size and event time cut, each
 * together with old examples out of a reservoir: so one pass over a stream comes near many epochs. Learners share nothing that
 * one of them changes, so they learn a batch side by side, on the cores that are free.
 */
public final class Training implements Component {
    /** The name of the component. */
    public static final String ID = "examples";

    private final EmbeddingSettings settings;
    private final Catalog catalog;
    private final Slots slots;
    private final Examples examples;
    private final Negatives negatives;
    private final Batch batch;
    private final ColdStart coldStart;
    private final List<Learner> learners = new ArrayList<>();
    private final int[] items;
    private final long replays;

    public Training(Memory memory, EmbeddingSettings settings, Catalog catalog) {
        this.settings = settings;
        this.catalog = catalog;
        examples = new Examples(memory, settings.examples());
        slots = new Slots(memory);
        negatives = new Negatives(settings, catalog.items(), slots, examples);
        batch = new Batch(settings.examples().window());
        coldStart = new ColdStart(catalog, slots);
        items = new int[settings.examples().window()];
        replays = Hash.seed(settings.seed(), "replays");
    }

    @Override
    public String id() {
        return ID;
    }

    Catalog catalog() {
        return catalog;
    }

    Slots slots() {
        return slots;
    }

    ColdStart coldStart() {
        return coldStart;
    }

    /** Lets a learner learn from now on, after those that were added before. */
    void add(Learner learner) {
        learners.add(learner);
    }

    /** Returns the learner of a name. */
    Learner learner(String name) {
        return learners.stream()
                .filter(learner -> learner.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("a component needs the learner " + name + ", which is off"));
    }

    /** Rebuilds the slots and what tables derive from their rows. */
    @Override
    public void loaded() {
        List<Embeddings> tables =
                learners.stream().flatMap(learner -> learner.tables().stream()).toList();
        tables.forEach(Embeddings::loaded);
        learners.forEach(Learner::loaded);
        slots.loaded(
                tables.stream().mapToInt(Embeddings::end).max().orElse(0),
                row -> tables.stream().anyMatch(table -> table.has(row)));
    }

    /** Takes over the examples; learners take over for themselves. */
    @Override
    public void adopt(Component other) {
        examples.adopt(((Training) other).examples);
    }

    @Override
    public void learn(Visit visit) {
        if (visit.atAnchor() && visit.example()) {
            add(
                    visit.itemId(),
                    visit.window(),
                    visit.timestamp(),
                    1,
                    settings.examples().weight(visit.ledTo()));
        }
    }

    /** Takes in that an earlier visit of the session led into the cart or to a purchase: only the weight that it lacks. */
    @Override
    public void learn(Enhancement news) {
        float missing =
                settings.examples().weight(news.type()) - settings.examples().weight(news.before());
        if (missing > 0) {
            add(news.itemId(), news.window(), news.timestamp(), 0, missing);
        }
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
            if (examples.seen() - examples.learned() >= settings.batches().size()) {
                learn();
            }
        }
    }

    /** Learns the examples of an earlier span of event time, which starts again a little earlier after a restore. */
    @Override
    public void advance(long timestamp) {
        if (examples.seen() > examples.learned() && span(timestamp) > examples.span()) {
            learn();
        }
    }

    private long span(long timestamp) {
        return Math.floorDiv(timestamp, settings.batches().span().toMillis());
    }

    private void learn() {
        fill();
        if (batch.size() > 0) {
            negatives.draw(examples.learned());
            learners.parallelStream().forEach(learner -> learner.learn(batch, negatives));
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
            for (int replay = 0; replay < settings.batches().replays(); replay++) {
                long hash = Hash.of(replays, example, replay);
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

    /** Returns the slot of an item that is still known and, as far as visits are counted here, was seen often enough; or 0. */
    private int slot(int ref) {
        Items known = catalog.items();
        int row = known.resolve(ref);
        return row != 0 && known.isAdmitted(row, settings.examples().admission()) ? slots.take(row) : 0;
    }

    /** Frees the item's slot, which the learners have forgotten by then. */
    @Override
    public void forget(int row) {
        slots.free(row);
    }
}
