package akin.models.embedding;

import akin.models.candidates.Candidates;
import akin.models.catalog.Catalog;
import akin.models.catalog.CatalogSettings;
import akin.models.event.EventType;
import akin.models.memory.Memory;
import akin.models.memory.Table;
import akin.models.memory.Vectors;
import akin.models.ranking.Query;
import akin.models.ranking.Ranker;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

/** Learners with the catalogue that they live on, fed as a recommender feeds them. */
final class World {
    final Memory memory = new Memory();
    final Catalog catalog;
    final Learners learners;

    World(Tuning tuning) {
        this(tuning, 1000);
    }

    World(Tuning tuning, int maxItems) {
        catalog =
                new Catalog(memory, new CatalogSettings(List.of(), maxItems, Duration.ofDays(90), true), this::forget);
        learners = new Learners(memory, tuning.settings(), catalog);
    }

    private void forget(int row) {
        learners.forget(row);
    }

    /** Forgets an item, as the catalogue does when it needs room. */
    void remove(String item) {
        int row = row(item);
        forget(row);
        catalog.items().remove(row);
    }

    void visit(String item, EventType ledTo, List<String> window, long timestamp) {
        catalog.visit(item, timestamp);
        learners.visit(item, ledTo, window, timestamp);
    }

    void loaded() {
        catalog.loaded();
        learners.loaded();
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
        return learners.figures().get(learner).examples();
    }

    float[] scores(String name, List<String> window, List<String> items) {
        Candidates candidates = new Candidates(items.size());
        items.forEach(item -> candidates.add(row(item), 0, 0));
        Query query = new Query().set(catalog.items(), window.get(window.size() - 1), window, window.size());
        Ranker ranker = learners.rankers().stream()
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
