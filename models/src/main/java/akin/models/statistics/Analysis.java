package akin.models.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Judges an experiment by the moments of its arms. A verdict is reached when the confidence sequence at some look leaves 0
 * out, after Holm's correction for several treatments; later looks don't take it back.
 */
public final class Analysis {
    /** Fewer users of an arm than this are no basis for a limit theorem. */
    public static final long LEAST_USERS = 100;

    /** Chance that the alarm for a mismatch ever goes off without one. */
    public static final double MISMATCH_ALPHA = 0.01;

    private static final String MISMATCH = "mismatch";
    private static final double POWER = 0.8;

    private final Design design;
    private final Comparer comparer;

    public Analysis(Design design) {
        this.design = design;
        comparer = new Comparer(design, FixedTests.quantile(POWER));
    }

    /**
     * Looks at the arms.
     *
     * @param time event time, for the look to tell
     * @param arms in the order of the design
     * @param reached what former looks reached, changed by this one
     */
    public Look look(long time, List<Moments> arms, SortedMap<String, Reached> reached) {
        long[] counts = arms.stream().mapToLong(Moments::users).toArray();
        double[] shares =
                design.shares().stream().mapToDouble(Double::doubleValue).toArray();
        boolean alarm = arms.size() > 1 && alarm(counts, shares, reached);
        List<Comparison> others = new ArrayList<>();
        design.others().forEach(metric -> others.addAll(judged(metric, arms, alarm, reached)));
        List<Comparison> guardrails = new ArrayList<>();
        design.guardrails().forEach(guardrail -> guardrails.addAll(guarded(guardrail, arms, alarm)));
        return new Look(
                time,
                arms.stream().map(Moments::users).toList(),
                arms.stream().map(arm -> arm.sum(Measure.CAPPED)).toList(),
                Mismatch.p(counts, shares),
                alarm,
                judged(design.primary(), arms, alarm, reached),
                others,
                guardrails);
    }

    private static boolean alarm(long[] counts, double[] shares, SortedMap<String, Reached> reached) {
        Reached before = reached.getOrDefault(MISMATCH, Reached.NOTHING);
        double p = Math.min(before.leastP(), Mismatch.sequentialP(counts, shares));
        boolean alarm = p <= MISMATCH_ALPHA;
        reached.put(MISMATCH, new Reached(p, alarm ? Verdict.INVALID : Verdict.NOT_YET, 0));
        return alarm;
    }

    private List<Comparison> judged(
            Metric metric, List<Moments> arms, boolean alarm, SortedMap<String, Reached> reached) {
        List<Comparison> compared = comparer.compare(metric, arms);
        double[] p = new double[compared.size()];
        for (int i = 0; i < p.length; i++) {
            p[i] = Math.min(
                    compared.get(i).sequentialP(),
                    before(compared.get(i), reached).leastP());
        }
        double[] corrected = Holm.corrected(p);
        List<Comparison> judged = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            Comparison comparison = compared.get(i);
            if (alarm || comparison.verdict() == Verdict.INVALID) {
                judged.add(
                        alarm
                                ? comparison.invalid("the arms don't have the shares of users that they should")
                                : comparison);
                continue;
            }
            judged.add(decided(comparison, p[i], corrected[i] <= design.alpha(), reached));
        }
        return judged;
    }

    private static Reached before(Comparison comparison, SortedMap<String, Reached> reached) {
        return reached.getOrDefault(key(comparison), Reached.NOTHING);
    }

    private static String key(Comparison comparison) {
        return comparison.arm() + '\t' + comparison.metric();
    }

    private static Comparison decided(
            Comparison comparison, double leastP, boolean isTold, SortedMap<String, Reached> reached) {
        Reached before = before(comparison, reached);
        Reached now = new Reached(leastP, before.verdict(), before.users());
        if (isTold && before.verdict() == Verdict.NOT_YET) {
            Verdict verdict = comparison.treatment() > comparison.control() ? Verdict.BETTER : Verdict.WORSE;
            now = new Reached(leastP, verdict, comparison.decidedAt());
        }
        reached.put(key(comparison), now);
        String reason = now.verdict() == Verdict.NOT_YET
                ? "the interval holds no difference, too"
                : "told apart with " + now.users() + " users";
        return comparison.with(now.verdict(), now.verdict() == Verdict.NOT_YET ? 0 : now.users(), reason);
    }

    private List<Comparison> guarded(Guardrail guardrail, List<Moments> arms, boolean alarm) {
        List<Comparison> guarded = new ArrayList<>();
        for (Comparison comparison : comparer.compare(guardrail.metric(), arms)) {
            if (alarm) {
                guarded.add(comparison.invalid("the arms don't have the shares of users that they should"));
            } else if (comparison.verdict() != Verdict.INVALID) {
                guarded.add(guarded(comparison, guardrail.margin()));
            } else {
                guarded.add(comparison);
            }
        }
        return guarded;
    }

    private static Comparison guarded(Comparison comparison, double margin) {
        String limit = "the margin is " + margin;
        if (comparison.sequence().low() >= -margin) {
            return comparison.with(Verdict.HELD, 0, limit);
        }
        return comparison.with(comparison.sequence().high() < -margin ? Verdict.BROKEN : Verdict.NOT_YET, 0, limit);
    }

    /** Returns what no look has reached yet. */
    public static SortedMap<String, Reached> nothingReached() {
        return new TreeMap<>();
    }
}
