package akin.models.recommender;

import akin.models.component.Component;
import akin.models.content.NewItems;
import akin.models.content.SimilarAttributes;
import akin.models.covisit.CovisitComponent;
import akin.models.embedding.EmbeddingSettings;
import akin.models.embedding.Item2vecComponent;
import akin.models.embedding.Training;
import akin.models.embedding.WindowComponents;
import akin.models.memory.Memory;
import akin.models.popularity.Popularity;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
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
            learner("supervised", List.of(), WindowComponents::supervised));

    private Components() {}

    private interface LearnerMaker extends Serializable {
        Component make(Memory memory, EmbeddingSettings settings, Training training);
    }

    /** A learner's ranker has its name. */
    private static ComponentType learner(String id, List<String> sources, LearnerMaker maker) {
        return new ComponentType(
                id,
                sources,
                List.of(id),
                parts -> maker.make(parts.memory(), parts.settings().embedding(), parts.get(Training.class)));
    }

    /** Returns all components. */
    public static List<ComponentType> all() {
        return with(learners());
    }

    /** Returns the components that are always on, and some of the learners. */
    public static List<ComponentType> with(Collection<String> learners) {
        return Stream.concat(ALWAYS_ON.stream(), LEARNERS.stream().filter(learner -> learners.contains(learner.id())))
                .toList();
    }

    /** Returns the names of the learners, which configuration turns on and off. */
    public static List<String> learners() {
        return LEARNERS.stream().map(ComponentType::id).toList();
    }
}
