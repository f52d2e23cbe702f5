package akin.similar.longtail;

import java.util.List;

/**
 * Positions at which items are ranked, each with the item that was taken next.
 *
 * @param name in {@code metrics.json}
 * @param positions in the order of users
 * @param candidates the items among which the target is ranked; null for all
 */
record Task(String name, List<Position> positions, boolean[] candidates) {
    /**
     * @param target the item taken next
     * @param excluded items that are not ranked
     */
    record Position(Query query, int target, int[] excluded) {}
}
