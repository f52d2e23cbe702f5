package akin.models.recommender;

import akin.models.candidates.PoolSettings;
import akin.models.catalog.CatalogSettings;
import akin.models.covisit.CovisitSettings;
import akin.models.embedding.EmbeddingSettings;
import akin.models.embedding.ForetoldSettings;
import akin.models.quality.QualitySettings;
import akin.models.ranking.Placement;
import akin.models.rerank.CreSettings;
import akin.models.sessionknn.SessionKnnSettings;
import java.io.Serializable;
import java.util.List;

/**
 * Everything that shapes a shard's recommender.
 *
 * @param components those that are on, in the order in which they learn
 * @param placements the first is the default, and the one whose pool the quality figures use
 */
public record RecommenderSettings(
        List<ComponentType> components,
        CatalogSettings catalog,
        CovisitSettings covisit,
        PoolSettings pool,
        EmbeddingSettings embedding,
        ForetoldSettings foretold,
        SessionKnnSettings sessionKnn,
        CreSettings cre,
        List<Placement> placements,
        QualitySettings quality)
        implements Serializable {
    /** Returns the same settings with other components. */
    public RecommenderSettings with(List<ComponentType> components) {
        return new RecommenderSettings(
                components, catalog, covisit, pool, embedding, foretold, sessionKnn, cre, placements, quality);
    }

    /** Returns the same settings with other placements. */
    public RecommenderSettings withPlacements(List<Placement> placements) {
        return new RecommenderSettings(
                components, catalog, covisit, pool, embedding, foretold, sessionKnn, cre, placements, quality);
    }

    /** Returns the names of the rankers that are on, in the order of reports. */
    public List<String> rankers() {
        return components.stream().flatMap(type -> type.rankers().stream()).toList();
    }

    /** Returns the names of the sources that are on, in the order in which they are asked. */
    public List<String> sources() {
        return components.stream().flatMap(type -> type.sources().stream()).toList();
    }
}
