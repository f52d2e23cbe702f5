package akin.models.offpolicy;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** How often an item is clicked when it is looked at, as far as lists tell: drawn towards the mean where they tell little. */
final class Relevance {
    /** Looks that the mean counts for. */
    private static final double PRIOR = 20;

    private record Sums(double clicks, double looks) {
        Sums plus(boolean clicked, double look) {
            return new Sums(clicks + (clicked ? 1 : 0), looks + look);
        }
    }

    private final Map<String, Sums> byItem = new HashMap<>();
    private double mean;

    /**
     * Learns it.
     *
     * @param counts which lists are learned from
     */
    Relevance(Collection<LoggedList> lists, Propensities propensities, Predicate<LoggedList> counts) {
        double clicks = 0;
        double looks = 0;
        for (LoggedList list : lists) {
            if (!counts.test(list)) {
                continue;
            }
            for (int place = 0; place < list.items().size(); place++) {
                double look = propensities.at(place);
                boolean clicked = list.clicked()[place];
                byItem.merge(
                        list.items().get(place),
                        new Sums(clicked ? 1 : 0, look),
                        (before, one) -> before.plus(clicked, look));
                clicks += clicked ? 1 : 0;
                looks += look;
            }
        }
        mean = looks > 0 ? clicks / looks : 0;
    }

    double of(String item) {
        Sums sums = byItem.get(item);
        return sums == null ? mean : (sums.clicks() + PRIOR * mean) / (sums.looks() + PRIOR);
    }
}
