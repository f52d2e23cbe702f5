package akin.models.recommender;

import akin.models.component.Component;
import akin.models.content.NewItems;
import akin.models.content.SessionItems;
import akin.models.content.SimilarAttributes;
import akin.models.covisit.CovisitComponent;
import akin.models.covisit.Covisits;
import akin.models.covisit.SequenceComponent;
import akin.models.embedding.EmbeddingSettings;
import akin.models.embedding.ForetoldComponent;
import akin.models.embedding.Item2vecComponent;
import akin.models.embedding.LearnerComponent;
import akin.models.embedding.Training;
import akin.models.embedding.WindowComponents;
import akin.models.memory.Memory;
import akin.models.popularity.Popularity;
import akin.models.published.ContentVectors;
import akin.models.published.PublishedSimilar;
import akin.models.published.WindowVectors;
import akin.models.rerank.CreComponent;
import akin.models.rerank.GeneratorCreComponent;
import akin.models.rerank.PairCounts;
import akin.models.rerank.Signals;
import akin.models.sessionknn.SessionKnnComponent;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The components that there are, each with its id and the names of its sources and rankers. They learn, and their sources
 * are asked, in the order of the list, which is persisted nowhere.
 */
public final class Components {
    private static final List<ComponentType> ALWAYS_ON = List.of(
            new ComponentType(
                    CovisitComponent.ID,
                    List.of(CovisitComponent.ID),
                    List.of("covisit-jaccard", "covisit-cosine", "covisit-count"),
                    parts -> new CovisitComponent(
                            parts.memory(), parts.settings().covisit(), parts.catalog())),
            new ComponentType(
                    SimilarAttributes.ID,
                    List.of(SimilarAttributes.ID),
                    List.of(),
                    parts -> new SimilarAttributes(parts.catalog())),
            new ComponentType(
                    NewItems.ID,
                    List.of(NewItems.ID),
                    List.of(),
                    parts -> new NewItems(
                            parts.catalog(), parts.settings().catalog().newWithin())),
            new ComponentType(
                    Popularity.ID,
                    List.of(Popularity.ID),
                    List.of(Popularity.ID),
                    parts -> new Popularity(
                            parts.memory(),
                            parts.settings().pool().size(),
                            parts.catalog(),
                            parts.get(CovisitComponent.class).covisits())),
            new ComponentType(
                    Training.ID,
                    List.of(),
                    List.of(),
                    parts -> new Training(parts.memory(), parts.settings().embedding(), parts.catalog())));

    private static final List<ComponentType> LEARNERS = List.of(
            learner("item2vec", List.of("embedding"), Item2vecComponent::new),
            learner("personalized", List.of(), WindowComponents::personalized),
            learner("personalized-cart", List.of(), WindowComponents::personalizedCart),
            learner("supervised", List.of(), WindowComponents::supervised),
            learner("stamp", List.of(), WindowComponents::stamp),
            learner("narm", List.of(), WindowComponents::narm));

    private static final List<ComponentType> OTHERS = List.of(
            new ComponentType(
                    SequenceComponent.ID,
                    List.of(SequenceComponent.ID),
                    List.of(SequenceComponent.ID),
                    parts -> new SequenceComponent(
                            parts.memory(), parts.settings().covisit(), parts.catalog())),
            new ComponentType(
                    SessionKnnComponent.ID,
                    List.of(SessionKnnComponent.ID),
                    List.of(SessionKnnComponent.ID),
                    parts -> new SessionKnnComponent(
                            parts.memory(), parts.settings().sessionKnn(), parts.catalog())),
            vectors("image"),
            vectors("text"),
            new ComponentType(
                    "als",
                    List.of(),
                    List.of("als"),
                    parts -> new WindowVectors(
                            parts.memory(), "als", parts.catalog().items())),
            new ComponentType(
                    ForetoldComponent.ID,
                    List.of(),
                    List.of(ForetoldComponent.ID),
                    parts -> new ForetoldComponent(
                            parts.memory(),
                            parts.settings().embedding(),
                            parts.settings().foretold(),
                            parts.get(Training.class),
                            parts.all(LearnerComponent.class),
                            parts.get(CovisitComponent.class))),
            trained("personalized-items", List.of("personalized"), List.of(), WindowComponents::personalizedItems),
            new ComponentType(SessionItems.ID, List.of(SessionItems.ID), List.of(), parts -> new SessionItems()),
            generatorCre("cre-covisit", "covisit-count"),
            generatorCre("cre-session-knn", SessionKnnComponent.ID),
            generatorCre("cre-stamp", "stamp"),
            generatorCre("cre-narm", "narm"),
            new ComponentType(CreComponent.ID, List.of(), List.of(CreComponent.ID), Components::cre));

    private static final Pattern PUBLISHED = Pattern.compile(PublishedSimilar.PREFIX + "[a-z0-9][a-z0-9_-]*");

    /** What a component needs to be on beside what always is, by ids. */
    private static final Map<String, List<String>> NEEDS = Map.of(
            "personalized-items",
            List.of("personalized"),
            ForetoldComponent.ID,
            List.of("personalized"),
            "cre-covisit",
            List.of("personalized"),
            "cre-session-knn",
            List.of("personalized", SessionKnnComponent.ID),
            "cre-stamp",
            List.of("personalized", "stamp"),
            "cre-narm",
            List.of("personalized", "narm"));

    private Components() {}

    /** Returns what a component needs that is not among some ids. */
    public static List<String> missing(String id, Collection<String> ids) {
        return NEEDS.getOrDefault(id, List.of()).stream()
                .filter(needed -> !ids.contains(needed))
                .toList();
    }

    /** Names in order, so that the order of components doesn't matter. */
    private static Component cre(Parts parts) {
        List<String> sources = parts.settings().sources().stream().sorted().toList();
        List<String> rankers = parts.settings().components().stream()
                .filter(type -> !type.id().startsWith(CreComponent.ID))
                .flatMap(type -> type.rankers().stream())
                .sorted()
                .toList();
        return new CreComponent(
                parts.memory(),
                parts.settings().cre(),
                parts.catalog(),
                new Signals(sources, rankers, pairs(parts)),
                () -> parts.rankers(rankers));
    }

    private static SortedMap<String, PairCounts> pairs(Parts parts) {
        SortedMap<String, PairCounts> pairs = new TreeMap<>();
        Covisits covisits = parts.get(CovisitComponent.class).covisits();
        pairs.put(CovisitComponent.ID, covisits::counts);
        parts.find(SequenceComponent.class).ifPresent(sequence -> pairs.put(SequenceComponent.ID, sequence::counts));
        return pairs;
    }

    /** One that ranks the candidates of a single generator again. */
    private static ComponentType generatorCre(String id, String generator) {
        return new ComponentType(
                id,
                List.of(),
                List.of(id),
                parts -> new GeneratorCreComponent(
                        id,
                        parts.memory(),
                        parts.settings().cre(),
                        parts.catalog().items(),
                        parts.space("personalized.items"),
                        () -> parts.rankers(List.of(generator)).get(0)));
    }

    private static ComponentType vectors(String id) {
        return new ComponentType(
                id,
                List.of(),
                List.of(id),
                parts -> new ContentVectors(parts.memory(), id, parts.catalog().items()));
    }

    /** Returns whether an id is one of the components that exist once per application of the batch workflow. */
    public static boolean isPublished(String id) {
        return PUBLISHED.matcher(id).matches();
    }

    private static ComponentType published(String id) {
        String application = id.substring(PublishedSimilar.PREFIX.length());
        return new ComponentType(
                id,
                List.of(id),
                List.of(),
                parts -> new PublishedSimilar(
                        parts.memory(), application, parts.catalog().items()));
    }

    private interface LearnerMaker extends Serializable {
        Component make(Memory memory, EmbeddingSettings settings, Training training);
    }

    /** A learner's ranker has its name. */
    private static ComponentType learner(String id, List<String> sources, LearnerMaker maker) {
        return trained(id, sources, List.of(id), maker);
    }

    private static ComponentType trained(String id, List<String> sources, List<String> rankers, LearnerMaker maker) {
        return new ComponentType(
                id,
                sources,
                rankers,
                parts -> maker.make(parts.memory(), parts.settings().embedding(), parts.get(Training.class)));
    }

    /** Returns all components. */
    public static List<ComponentType> all() {
        return with(Stream.concat(learners().stream(), others().stream()).toList());
    }

    /** Returns the components that are always on, and those of the others that have some ids. */
    public static List<ComponentType> with(Collection<String> ids) {
        Stream<ComponentType> chosen =
                Stream.concat(LEARNERS.stream(), OTHERS.stream()).filter(type -> ids.contains(type.id()));
        Stream<ComponentType> published =
                ids.stream().filter(Components::isPublished).distinct().sorted().map(Components::published);
        return Stream.of(ALWAYS_ON.stream(), published, chosen)
                .flatMap(types -> types)
                .toList();
    }

    /** Returns the ids of what configuration turns on and off beside the learners. */
    public static List<String> others() {
        return OTHERS.stream().map(ComponentType::id).toList();
    }

    /** Returns the names of the learners, which configuration turns on and off. */
    public static List<String> learners() {
        return LEARNERS.stream().map(ComponentType::id).toList();
    }
}
