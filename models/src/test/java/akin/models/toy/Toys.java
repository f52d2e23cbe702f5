package akin.models.toy;

import akin.models.ranking.Filters;
import akin.models.ranking.Placement;
import akin.models.recommender.ComponentType;
import akin.models.recommender.Components;
import akin.models.recommender.RecommenderSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Settings with components that only tests have. */
public final class Toys {
    private Toys() {}

    /** Adds both toys to the components, and ranks by them in two stages. */
    public static RecommenderSettings added(RecommenderSettings settings) {
        List<ComponentType> components = new ArrayList<>(settings.components());
        components.add(LatestItems.TYPE);
        components.add(SourceWeights.TYPE);
        Placement.Reranking second = new Placement.Reranking("source-weights", 10);
        return settings.with(components)
                .withPlacements(List.of(new Placement("similar", List.of(), "latest", second, 30, Filters.NONE)));
    }

    /** Returns the same components in another order, as far as one doesn't need the other, as foretold needs the learners. */
    public static RecommenderSettings reordered(RecommenderSettings settings) {
        List<ComponentType> components = new ArrayList<>(settings.components());
        Collections.reverse(components);
        List<String> needed = new ArrayList<>(Components.learners());
        needed.addAll(List.of("examples", "covisit"));
        Collections.reverse(needed);
        components.sort(Comparator.comparingInt(
                type -> needed.contains(type.id()) ? needed.indexOf(type.id()) : needed.size()));
        return settings.with(components);
    }
}
