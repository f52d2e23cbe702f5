package akin.models.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against a simulation whose truth is known: a click takes a look at the place and an item that suits. */
class OffPolicyTest {
    private static final int PLACES = 8;
    private static final int ITEMS = 20;
    private static final double[] LOOKS = {1, 0.7, 0.5, 0.4, 0.32, 0.27, 0.23, 0.2};

    private final double[] suits = new double[ITEMS];

    private record Run(List<LoggedList> lists, double truth) {}

    /**
     * Lists of a ranker that makes many mistakes, and those of one that makes fewer.
     *
     * @param pool items that both rank: with as many as there are places both show the same ones
     */
    private Run run(long seed, int n, int pool) {
        Random random = new Random(seed);
        for (int item = 0; item < ITEMS; item++) {
            suits[item] = 0.05 + 0.5 * random.nextDouble() * random.nextDouble();
        }
        List<LoggedList> lists = new ArrayList<>();
        double truth = 0;
        for (int i = 0; i < n; i++) {
            List<Integer> candidates = new ArrayList<>(
                    random.ints(0, ITEMS).distinct().limit(pool).boxed().toList());
            List<Integer> shown = new ArrayList<>(ranked(candidates, 0.3, random));
            List<Integer> target = ranked(candidates, 0.05, random);
            int pair = random.nextInt(4) == 0 ? 1 + random.nextInt(PLACES - 1) : 0;
            if (pair > 0 && random.nextBoolean()) {
                java.util.Collections.swap(shown, pair - 1, pair);
            }
            boolean[] clicked = new boolean[PLACES];
            for (int place = 0; place < PLACES; place++) {
                clicked[place] = random.nextDouble() < LOOKS[place] * suits[shown.get(place)];
                truth += LOOKS[place] * suits[target.get(place)];
            }
            lists.add(new LoggedList("u" + random.nextInt(n / 2), ids(shown), clicked, pair, ids(target)));
        }
        return new Run(lists, truth / n);
    }

    private List<Integer> ranked(List<Integer> candidates, double mistake, Random random) {
        double[] scores = new double[ITEMS];
        for (int item : candidates) {
            scores[item] = suits[item] + mistake * random.nextGaussian();
        }
        return candidates.stream()
                .sorted(Comparator.comparingDouble((Integer item) -> -scores[item]))
                .limit(PLACES)
                .toList();
    }

    private static List<String> ids(List<Integer> items) {
        return items.stream().map(item -> "i" + item).toList();
    }

    @Test
    void randomPairsMeasureWhatAPlaceIsWorth() {
        Propensities measured = Propensities.measured(run(1, 200_000, PLACES).lists(), PLACES);

        for (int place = 0; place < PLACES; place++) {
            assertThat(measured.at(place)).isCloseTo(LOOKS[place], within(0.01 + 3 * measured.error(place)));
        }
        assertThat(measured.error(3)).isBetween(0.001, 0.1);
        assertThat(measured.at(PLACES + 5)).isEqualTo(measured.at(PLACES - 1));
        assertThat(Propensities.measured(List.of(), 3).at(2)).isEqualTo(1);
    }

    @Test
    void theTruthIsWithinTheIntervalsWhereBothShowTheSameItems() {
        int ips = 0;
        int snips = 0;
        int doublyRobust = 0;
        for (int seed = 0; seed < 100; seed++) {
            Run run = run(seed, 3000, PLACES);
            OffPolicy estimates = OffPolicy.of(run.lists(), Propensities.known(LOOKS));
            ips += holds(estimates.ips(), run.truth());
            snips += holds(estimates.snips(), run.truth());
            doublyRobust += holds(estimates.doublyRobust(), run.truth());
            assertThat(estimates.support()).isCloseTo(1, within(1e-9));
            assertThat(estimates.shown().value()).isLessThan(run.truth());
        }
        assertThat(ips).isGreaterThanOrEqualTo(88);
        assertThat(snips).isGreaterThanOrEqualTo(88);
        assertThat(doublyRobust).isGreaterThanOrEqualTo(88);
    }

    private static int holds(Estimated estimated, double truth) {
        return estimated.low() <= truth && truth <= estimated.high() ? 1 : 0;
    }

    /** Where the other ranker shows items that were not shown, plain weights miss their clicks; the model knows some. */
    @Test
    void theModelMakesUpForItemsThatWereNotShown() {
        Run run = run(3, 40_000, 12);
        OffPolicy estimates = OffPolicy.of(run.lists(), Propensities.known(LOOKS));

        assertThat(estimates.support()).isBetween(0.5, 0.95);
        assertThat(estimates.ips().high()).isLessThan(run.truth());
        assertThat(estimates.doublyRobust().value()).isCloseTo(run.truth(), within(0.03 * run.truth()));
        assertThat(Math.abs(estimates.doublyRobust().value() - run.truth()))
                .isLessThan(Math.abs(estimates.ips().value() - run.truth()));
    }

    @Test
    void ofNoListsNothingIsKnown() {
        OffPolicy estimates = OffPolicy.of(List.of(), Propensities.known(LOOKS));

        assertThat(estimates.lists()).isZero();
        assertThat(estimates.ips().value()).isNaN();
    }
}
