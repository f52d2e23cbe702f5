package akin.similar.pairs;

import akin.models.settings.Checks;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Drops pairs whose label the inputs contradict: similar ones that are alike in no input, others that are alike in every
 * input. Inputs that one of the two lacks say nothing; a pair without any stays. [section 3.1.3 of the
 * product-similarity-service paper]
 *
 * @param leastOfSimilar a similar pair needs a cosine of this in some input
 * @param mostOfOthers any other pair needs a cosine below this in some input
 */
public record PairCleaning(double leastOfSimilar, double mostOfOthers) implements Serializable {
    public PairCleaning {
        Checks.ofPart()
                .range("least_of_similar", leastOfSimilar, -1, 1)
                .range("most_of_others", mostOfOthers, -1, 1)
                .verify();
    }

    /** Tells how alike products are. */
    @FunctionalInterface
    public interface Cosines {
        /** Returns a cosine per input that both products have. */
        double[] of(int left, int right);
    }

    /**
     * What is left, and how much went.
     *
     * @param similarDropped similar pairs that were dropped
     * @param othersDropped other pairs that were dropped
     */
    public record Cleaned(List<Pair> pairs, int similarDropped, int othersDropped) {}

    public Cleaned clean(List<Pair> pairs, Cosines cosines) {
        List<Pair> kept = new ArrayList<>();
        int[] dropped = new int[2];
        for (Pair pair : pairs) {
            if (isPlausible(pair, cosines.of(pair.left(), pair.right()))) {
                kept.add(pair);
            } else {
                dropped[pair.isSimilar() ? 0 : 1]++;
            }
        }
        return new Cleaned(kept, dropped[0], dropped[1]);
    }

    private boolean isPlausible(Pair pair, double[] cosines) {
        boolean plausible = cosines.length == 0;
        for (double cosine : cosines) {
            plausible |= pair.isSimilar() ? cosine >= leastOfSimilar : cosine <= mostOfOthers;
        }
        return plausible;
    }
}
