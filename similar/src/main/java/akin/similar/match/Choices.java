package akin.similar.match;

import akin.similar.pairs.Pair;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Measures how often scores choose a similar product, where pairs offer similar products and others to the same one. */
final class Choices {
    private Choices() {}

    /** Returns the share of such products whose pair of the highest score is similar; of equal scores the first counts. */
    static double right(List<Pair> pairs, ToDoubleFunction<Pair> score) {
        Map<Integer, List<Pair>> offers =
                pairs.stream().collect(Collectors.groupingBy(Pair::left, TreeMap::new, Collectors.toList()));
        int choices = 0;
        int right = 0;
        for (List<Pair> offered : offers.values()) {
            if (offered.stream().anyMatch(Pair::isSimilar) && !offered.stream().allMatch(Pair::isSimilar)) {
                choices++;
                right += highest(offered, score).isSimilar() ? 1 : 0;
            }
        }
        return choices == 0 ? 0 : (double) right / choices;
    }

    private static Pair highest(List<Pair> offered, ToDoubleFunction<Pair> score) {
        Pair highest = offered.get(0);
        for (Pair pair : offered) {
            highest = score.applyAsDouble(pair) > score.applyAsDouble(highest) ? pair : highest;
        }
        return highest;
    }
}
