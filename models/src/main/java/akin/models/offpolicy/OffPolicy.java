package akin.models.offpolicy;

import akin.models.random.Hash;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What clicks a ranker would have had that was not shown, by lists of another one, when a click needs a look at the place
 * and an item that suits. Items that were not shown count nothing in {@code ips}, as much as the others in {@code snips}, and
 * what the model of their relevance says in {@code doublyRobust}.
 *
 * @param shown what the ranker that was shown had
 * @param ips inverse propensity scoring: a click at place k on an item that the other ranker has at place j counts θj/θk
 * @param snips the same, self-normalised [Swaminathan and Joachims, NIPS 2015]
 * @param doublyRobust a model of relevance, corrected by what it doesn't explain [Dudík, Langford and Li, ICML 2011]
 * @param support share of the looks at the other ranker's list that go to items that were shown
 */
public record OffPolicy(
        long lists, Estimated shown, Estimated ips, Estimated snips, Estimated doublyRobust, double support) {
    private static final int FOLD = 7;

    /** Estimates it; a list is judged by a model that other users' lists made. */
    public static OffPolicy of(Collection<LoggedList> lists, Propensities propensities) {
        Relevance even = new Relevance(lists, propensities, list -> fold(list) == 0);
        Relevance odd = new Relevance(lists, propensities, list -> fold(list) == 1);
        Map<String, Ratios> users = new TreeMap<>();
        double supported = 0;
        double looks = 0;
        for (LoggedList list : lists) {
            One one = one(list, propensities, fold(list) == 0 ? odd : even);
            users.computeIfAbsent(list.userId(), id -> new Ratios()).add(one);
            supported += one.supported();
            looks += one.looks();
        }
        double mean = looks / Math.max(1, lists.size());
        return new OffPolicy(
                lists.size(),
                Ratios.estimate(users.values(), Ratios::clicks, Ratios::lists, 1),
                Ratios.estimate(users.values(), Ratios::ips, Ratios::lists, 1),
                Ratios.estimate(users.values(), Ratios::ips, Ratios::supported, mean),
                Ratios.estimate(users.values(), Ratios::doublyRobust, Ratios::lists, 1),
                looks > 0 ? supported / looks : 0);
    }

    private static int fold(LoggedList list) {
        return (int) (Hash.seed(FOLD, list.userId()) & 1);
    }

    /** What one list tells. */
    record One(double clicks, double ips, double supported, double looks, double doublyRobust) {}

    private static One one(LoggedList list, Propensities propensities, Relevance relevance) {
        Map<String, Integer> places = new HashMap<>();
        double looks = 0;
        double doublyRobust = 0;
        for (int place = 0; place < list.target().size(); place++) {
            places.put(list.target().get(place), place);
            looks += propensities.at(place);
            doublyRobust += propensities.at(place) * relevance.of(list.target().get(place));
        }
        double clicks = 0;
        double ips = 0;
        double supported = 0;
        for (int place = 0; place < list.items().size(); place++) {
            double clicked = list.clicked()[place] ? 1 : 0;
            clicks += clicked;
            Integer other = places.get(list.items().get(place));
            if (other != null) {
                double weight = propensities.at(other) / propensities.at(place);
                ips += weight * clicked;
                supported += propensities.at(other);
                doublyRobust += weight
                        * (clicked
                                - propensities.at(place)
                                        * relevance.of(list.items().get(place)));
            }
        }
        return new One(clicks, ips, supported, looks, doublyRobust);
    }
}
