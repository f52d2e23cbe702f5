package akin.models.embedding;

import akin.models.catalog.Catalog;
import akin.models.catalog.CatalogSettings;
import akin.models.component.Component;
import akin.models.component.Learning;
import akin.models.event.EventType;
import akin.models.memory.Memory;
import akin.models.memory.Table;
import akin.models.memory.Vectors;
import akin.models.ranking.Candidates;
import akin.models.ranking.Query;
import akin.models.ranking.Ranker;
import akin.models.shard.Enhancement;
import akin.models.shard.Visit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Learners with the catalogue that they live on, fed as a recommender feeds them. */
final class World {
    final Memory memory = new Memory();
    final Catalog catalog;
    private final List<Component> components = new ArrayList<>();

    World(Tuning tuning) {
        this(tuning, 1000);
    }

    World(Tuning tuning, int maxItems) {
        catalog = new Catalog(
                memory,
                new CatalogSettings(List.of(), maxItems, Duration.ofDays(90), true, Duration.ofDays(14)),
                this::forget);
        Training training = new Training(memory, tuning.settings(), catalog);
        components.add(training);
        add(tuning, "item2vec", () -> new Item2vecComponent(memory, tuning.settings(), training));
        add(tuning, "personalized", () -> WindowComponents.personalized(memory, tuning.settings(), training));
        add(tuning, "personalized-cart", () -> WindowComponents.personalizedCart(memory, tuning.settings(), training));
        add(tuning, "supervised", () -> WindowComponents.supervised(memory, tuning.settings(), training));
        add(tuning, "stamp", () -> WindowComponents.stamp(memory, tuning.settings(), training));
        add(tuning, "narm", () -> WindowComponents.narm(memory, tuning.settings(), training));
    }

    private void add(Tuning tuning, String id, Supplier<Component> learner) {
        if (tuning.learners.contains(id)) {
            components.add(learner.get());
        }
    }

    private void forget(int row) {
        for (int i = components.size() - 1; i >= 0; i--) {
            components.get(i).forget(row);
        }
    }

    /** Forgets an item, as the catalogue does when it needs room. */
    void remove(String item) {
        int row = row(item);
        forget(row);
        catalog.items().remove(row);
    }

    void visit(String item, EventType ledTo, List<String> window, long timestamp) {
        catalog.visit(item, timestamp);
        learn(item, ledTo, window, timestamp);
    }

    /** Lets an example be learned of an item that may be at home elsewhere. */
    void learn(String item, EventType ledTo, List<String> window, long timestamp) {
        Visit visit = new Visit(
                0, timestamp, "u", 0, 0, EventType.VIEW, item, window, true, false, false, true, ledTo, List.of());
        components.forEach(component -> component.learn(visit));
    }

    void enhance(String item, EventType type, EventType before, List<String> window, long timestamp) {
        Enhancement news = new Enhancement(0, timestamp, "u", 0, item, type, before, window);
        components.forEach(component -> component.learn(news));
    }

    void advance(long timestamp) {
        components.forEach(component -> component.advance(timestamp));
    }

    Map<String, Learning> figures() {
        Map<String, Learning> figures = new TreeMap<>();
        components.forEach(component -> figures.putAll(component.learning()));
        return figures;
    }

    List<Ranker> rankers() {
        return components.stream()
                .flatMap(component -> component.rankers().stream())
                .toList();
    }

    void loaded() {
        catalog.loaded();
        components.forEach(Component::loaded);
    }

    int row(String item) {
        return catalog.items().row(item);
    }

    /** The item's row in the learners' tables. */
    int slot(String item) {
        Table slots = table("slots");
        return slots.has(row(item)) ? slots.getInt(row(item), 0) : 0;
    }

    Vectors vectors(String table) {
        return Derivatives.vectors(memory, table);
    }

    private Table table(String name) {
        return memory.tables().stream()
                .filter(table -> table.name().equals(name))
                .map(Table.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** True when a learner's table has a vector of the item. */
    boolean has(String table, String item) {
        Vectors vectors = vectors(table);
        return vectors.has(slot(item)) && vectors.get(slot(item), vectors.width() - 2) > 0;
    }

    /** Examples that wait for their batch. */
    long waiting() {
        Table state = table("examples.state");
        return state.getLong(0, 0) - state.getLong(0, 2);
    }

    /** New examples that a learner learned. */
    long learned(String learner) {
        return figures().get(learner).examples();
    }

    float[] scores(String name, List<String> window, List<String> items) {
        Candidates candidates = new Candidates(items.size());
        items.forEach(item -> candidates.add(row(item)));
        Query query = new Query().set(catalog.items(), window.get(window.size() - 1), window, window.size(), 0, 0);
        Ranker ranker = rankers().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        float[] scores = new float[items.size()];
        ranker.score(query, candidates, scores);
        return scores;
    }

    String digest() {
        return HexFormat.of().formatHex(memory.digest());
    }
}
