package akin.models.session;

import akin.models.ranking.Assignment;
import akin.models.ranking.Placement;

/** Says what experiments make of a ranking. */
@FunctionalInterface
public interface Arms {
    /** No experiment. */
    Arms NONE = (userId, placement, time) -> null;

    /** Returns how experiments change a ranking, or null when none does. */
    Assignment assign(String userId, Placement placement, long time);
}
