package akin.models.recommender;

import akin.models.candidates.PoolSettings;
import akin.models.catalog.CatalogSettings;
import akin.models.covisit.CovisitSettings;
import akin.models.embedding.EmbeddingSettings;
import akin.models.quality.QualitySettings;
import akin.models.ranking.Placement;
import java.io.Serializable;
import java.util.List;

/**
 * Everything that shapes a shard's recommender.
 *
 * @param alpha share of co-visit similarity in a score, the rest is attribute similarity (formula 3)
 * @param placements the first is the default, and the one whose pool the quality figures use
 */
public record RecommenderSettings(
        CatalogSettings catalog,
        CovisitSettings covisit,
        PoolSettings pool,
        double alpha,
        EmbeddingSettings embedding,
        List<Placement> placements,
        QualitySettings quality)
        implements Serializable {}
