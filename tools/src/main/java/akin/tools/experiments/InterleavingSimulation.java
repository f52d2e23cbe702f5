package akin.tools.experiments;

import akin.models.attribution.Attribution;
import akin.models.experiment.Buckets;
import akin.models.ranking.Trial;
import akin.models.statistics.Analysis;
import akin.models.statistics.Design;
import akin.models.statistics.Metric;
import akin.models.statistics.Moments;
import akin.models.statistics.Reached;
import akin.models.statistics.Verdict;
import akin.tools.simulation.Draws;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;

/** Two rankers of which the second is a little better, each time told by an A/B test and by interleaved lists. */
final class InterleavingSimulation {
    private static final double FIRST_MISTAKE = 0.36;
    private static final double SECOND_MISTAKE = 0.30;
    private static final int EVERY = 20;
    private static final int MOST_AB = 60_000;
    private static final int MOST_INTERLEAVED = 10_000;
    private static final List<Trial> TRIALS = List.of(new Trial("simulated", "any", 1, Long.MAX_VALUE, false));

    private final int runs;
    private final long seed;
    private final Attribution attribution = new Attribution(Simulation.attributionSettings());

    InterleavingSimulation(int runs, long seed) {
        this.runs = runs;
        this.seed = seed;
    }

    /** Users at the decision, and what it was. */
    record Decision(Verdict verdict, long users) {}

    InterleavingResult run() {
        Design compared = new Design(
                List.of("first", "second"),
                List.of(0.5, 0.5),
                Metric.of("clicks-per-user"),
                List.of(),
                List.of(),
                0.05,
                10_000,
                0.05,
                true);
        Design interleaved = new Design(
                List.of("both"), List.of(1.0), Design.PREFERENCE, List.of(), List.of(), 0.05, 300, 0.05, true);
        return InterleavingResult.of(
                runs,
                IntStream.range(0, runs)
                        .parallel()
                        .mapToObj(run -> decide(run, compared, MOST_AB))
                        .toList(),
                IntStream.range(0, runs)
                        .parallel()
                        .mapToObj(run -> decide(run, interleaved, MOST_INTERLEAVED))
                        .toList());
    }

    private Decision decide(int run, Design design, int most) {
        boolean isInterleaved = design.arms().size() == 1;
        RankerShop shop = new RankerShop(attribution, FIRST_MISTAKE, SECOND_MISTAKE);
        Analysis analysis = new Analysis(design);
        SortedMap<String, Reached> reached = Analysis.nothingReached();
        List<Moments> arms =
                design.arms().stream().map(arm -> Moments.ofMeasures()).toList();
        Draws draws = new Draws(Draws.hash(seed, isInterleaved ? 4 : 3, run));
        for (int user = 1; user <= most; user++) {
            int arm = isInterleaved ? 0 : Buckets.of("run-" + run, "u" + user) < Buckets.COUNT / 2 ? 0 : 1;
            RankerShop.Arm kind = isInterleaved
                    ? RankerShop.Arm.INTERLEAVED
                    : arm == 0 ? RankerShop.Arm.FIRST : RankerShop.Arm.SECOND;
            shop.shopper(TRIALS, kind, draws, change -> change.applyTo(arms.get(arm)));
            if (user % EVERY == 0) {
                Verdict verdict =
                        analysis.look(user, arms, reached).primary().get(0).verdict();
                if (verdict == Verdict.BETTER || verdict == Verdict.WORSE) {
                    return new Decision(verdict, user);
                }
            }
        }
        return new Decision(Verdict.NOT_YET, most);
    }
}
