package akin.models;

import akin.models.candidates.PoolSettings;
import akin.models.catalog.CatalogSettings;
import akin.models.catalog.Content;
import akin.models.catalog.Item;
import akin.models.covisit.CovisitSettings;
import akin.models.embedding.BatchSettings;
import akin.models.embedding.EmbeddingSettings;
import akin.models.embedding.ExampleSettings;
import akin.models.embedding.ForetoldSettings;
import akin.models.embedding.LearningSettings;
import akin.models.embedding.Loss;
import akin.models.embedding.NegativeSettings;
import akin.models.embedding.WindowModelSettings;
import akin.models.event.Event;
import akin.models.event.EventType;
import akin.models.event.Message;
import akin.models.neighbours.NeighbourSettings;
import akin.models.quality.QualitySettings;
import akin.models.ranking.Filters;
import akin.models.ranking.Placement;
import akin.models.recommender.Components;
import akin.models.recommender.RecommenderSettings;
import akin.models.rerank.CreSettings;
import akin.models.rerank.GeneratorCreSettings;
import akin.models.rerank.PoolLearningSettings;
import akin.models.session.CovisitUnit;
import akin.models.session.SessionSettings;
import akin.models.sessionknn.SessionKnnSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Settings and seeded input that tests share. */
public final class Fixtures {
    /** The first moment of test time: 2026-01-01T00:00:00Z. */
    public static final long START = 1_767_225_600_000L;

    private static final String[] COLOURS = {"red", "green", "blue"};

    private Fixtures() {}

    public static SessionSettings sessionSettings(CovisitUnit unit) {
        return new SessionSettings(
                Duration.ofMinutes(30), 8, unit, 50, Duration.ofDays(30), Duration.ofMinutes(10), 200, 100, 1000, true);
    }

    public static RecommenderSettings recommenderSettings() {
        return recommenderSettings(100_000, 256, Duration.ZERO, Filters.NONE);
    }

    /** Small enough that items are evicted and neighbours pruned. */
    public static RecommenderSettings tightSettings() {
        return recommenderSettings(60, 8, Duration.ofDays(2), Filters.NONE);
    }

    public static RecommenderSettings recommenderSettings(
            int maxItems, int neighbours, Duration halfLife, Filters filters) {
        return recommenderSettings(
                maxItems, 200, new CovisitSettings(halfLife, neighbours, 0.9), embeddingSettings(), filters);
    }

    /** As {@link #recommenderSettings()}, in another shape. */
    public static RecommenderSettings recommenderSettings(int neighbours, int pool, EmbeddingSettings embedding) {
        return recommenderSettings(
                100_000, pool, new CovisitSettings(Duration.ZERO, neighbours, 0.9), embedding, Filters.NONE);
    }

    private static RecommenderSettings recommenderSettings(
            int maxItems, int pool, CovisitSettings covisit, EmbeddingSettings embedding, Filters filters) {
        return new RecommenderSettings(
                Components.all(),
                new CatalogSettings(List.of(), maxItems, Duration.ofDays(90), true, Duration.ofDays(14)),
                covisit,
                new PoolSettings(pool, Map.of("covisit", 200, "attributes", 60, "embedding", 10, "new", 20), 50, 16),
                embedding,
                new ForetoldSettings(3, 5, 0.05, 5),
                new SessionKnnSettings(200, 10, 50, 20, 8, 2, 3, true),
                new CreSettings(
                        6,
                        true,
                        true,
                        new PoolLearningSettings(0.001, 10, 4, 1, 64, 20, 100, 0.8),
                        new GeneratorCreSettings(30, 1, 0.8),
                        1),
                List.of(placement("similar", filters)),
                new QualitySettings(true, 1, 256, 10));
    }

    /** All learners, small. */
    public static EmbeddingSettings embeddingSettings() {
        return embeddingSettings(8, 4, 500);
    }

    /** Small, in a given shape. */
    public static EmbeddingSettings embeddingSettings(int dimensions, int window, int reservoir) {
        return new EmbeddingSettings(
                dimensions,
                1,
                new ExampleSettings(window, reservoir, 2, 3, 1),
                new BatchSettings(
                        16, Duration.ofMinutes(1), 1, new NegativeSettings(8, NegativeSettings.By.POPULARITY)),
                new LearningSettings(LearningSettings.Optimizer.ADAGRAD, 0.1, 0.001, 1e-6, 10),
                new WindowModelSettings(10, true, Loss.BINARY),
                new NeighbourSettings(8, 64, 64));
    }

    public static Placement placement(String name, Filters filters) {
        return new Placement(name, List.of(), "covisit-jaccard", null, 30, filters);
    }

    /** An item of a leaf category with a colour, a price and contents that follow from its number. */
    public static Item item(int number, long timestamp) {
        TreeMap<String, String> attributes = new TreeMap<>();
        attributes.put("colour", COLOURS[number % COLOURS.length]);
        return new Item(
                "i" + number,
                timestamp,
                List.of("c" + number % 4, "leaf" + number % 12),
                "brand" + number % 5,
                10 + number % 7,
                attributes,
                true,
                timestamp,
                false,
                content(number));
    }

    private static Content content(int number) {
        Content.Embedding picture = Content.Embedding.of(number % 12, 1, number % 5);
        Content.Embedding text = Content.Embedding.of(number % 4, number % 7, 1);
        return new Content(
                "item " + number,
                new TreeMap<>(Map.of("als", text, "image", picture, "text", text)),
                new TreeMap<>(Map.of("visual", List.of("i" + (number + 12), "i" + (number + 24)))));
    }

    /** Users wandering about: visits of all types, requests, and catalogue changes between them; in event-time order. */
    public static List<Message> messages(long seed, int users, int items, int n) {
        Random random = new Random(seed);
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < items / 2; i++) {
            messages.add(Message.of(item(i, START)));
        }
        long now = START;
        for (int i = 0; i < n; i++) {
            now += random.nextInt(60_000);
            messages.add(random.nextInt(20) == 0 ? change(random, items, now) : event(random, i, users, items, now));
        }
        return messages;
    }

    private static Message change(Random random, int items, long now) {
        int number = random.nextInt(items);
        return Message.of(random.nextInt(4) == 0 ? Item.deleted("i" + number, now) : item(number, now));
    }

    private static Message event(Random random, int i, int users, int items, long now) {
        EventType type = switch (random.nextInt(12)) {
            case 0 -> EventType.CART;
            case 1 -> EventType.PURCHASE;
            case 2 -> EventType.REQUEST;
            case 3 -> EventType.IMPRESSION;
            default -> EventType.VIEW;
        };
        // The square favours low numbers, as real catalogues do.
        int item = (int) (items * Math.pow(random.nextDouble(), 2));
        return Message.of(Event.of("e" + i, "u" + random.nextInt(users), "i" + item, type, now, null));
    }

    /** A view without session id. */
    public static Event view(String eventId, String user, String item, long timestamp) {
        return Event.of(eventId, user, item, EventType.VIEW, timestamp, null);
    }
}
