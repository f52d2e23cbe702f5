package akin.models.statistics;

import java.util.ArrayList;
import java.util.List;

/** Compares treatments with the control by one metric, without a verdict unless there is nothing to compare. */
final class Comparer {
    private static final Interval ANYTHING = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    private final Design design;
    private final ConfidenceSequence sequence;
    private final double fixedQuantile;
    private final double powerQuantile;

    Comparer(Design design, double powerQuantile) {
        this.design = design;
        this.powerQuantile = powerQuantile;
        double alpha = design.alpha() / design.treatments();
        sequence = ConfidenceSequence.tunedFor(design.users(), alpha);
        fixedQuantile = FixedTests.quantile(1 - alpha / 2);
    }

    /** One comparison for each treatment; a single arm is compared with 0. */
    List<Comparison> compare(Metric metric, List<Moments> arms) {
        List<Comparison> compared = new ArrayList<>();
        if (arms.size() == 1) {
            Estimate only = Estimate.of(arms.get(0), metric);
            compared.add(compare(metric, design.arms().get(0), new Difference(Estimate.ZERO, only), ""));
            return compared;
        }
        Estimate control = Estimate.of(arms.get(0), metric);
        for (int arm = 1; arm < arms.size(); arm++) {
            Estimate treatment = Estimate.of(arms.get(arm), metric);
            Difference plain = new Difference(control, treatment);
            compared.add(compare(metric, design.arms().get(arm), plain, missing(metric, plain, arm)));
        }
        return compared;
    }

    private String missing(Metric metric, Difference difference, int arm) {
        if (difference.control().users() == 0 || difference.treatment().users() == 0) {
            return "no users in " + design.arms().get(difference.control().users() == 0 ? 0 : arm);
        }
        return difference.isDefined()
                ? ""
                : "the denominator of " + metric.name() + " is 0 in "
                        + design.arms().get(difference.control().isDefined() ? arm : 0);
    }

    private Comparison compare(Metric metric, String arm, Difference plain, String missing) {
        if (!missing.isEmpty() || !plain.isDefined()) {
            return nothing(metric, arm, plain, missing.isEmpty() ? "no users" : missing);
        }
        Difference difference = design.usesActivity() && plain.control().users() > 0
                ? Difference.adjusted(plain.control(), plain.treatment())
                : plain;
        boolean isAlone = plain.control() == Estimate.ZERO;
        double n = difference.users();
        double deviation = isAlone ? difference.deviation() : difference.relativeDeviation();
        double relative = isAlone ? difference.effect() : difference.relative();
        boolean isEnough = isEnough(difference, isAlone);
        double spread = difference.deviation();
        double smallest = isAlone
                ? design.effect()
                : design.effect() * Math.abs(difference.control().value());
        return new Comparison(
                metric.name(),
                arm,
                difference.control().value(),
                difference.treatment().value(),
                relative,
                isEnough ? Interval.around(relative, sequence.halfWidth(deviation, n)) : ANYTHING,
                isEnough ? Interval.around(relative, fixedQuantile * deviation / Math.sqrt(n)) : ANYTHING,
                isEnough ? sequence.p(difference.z(), n) : 1,
                isEnough ? Msprt.p(difference.effect(), spread, n, smallest) : 1,
                isEnough ? FixedTests.p(metric, plain) : 1,
                plain.deviation() > 0 ? 1 - spread * spread / (plain.deviation() * plain.deviation()) : 0,
                Verdict.NOT_YET,
                (long) n,
                needed(smallest, spread, n),
                "");
    }

    private static boolean isEnough(Difference difference, boolean isAlone) {
        return difference.treatment().users() >= Analysis.LEAST_USERS
                && (isAlone || difference.control().users() >= Analysis.LEAST_USERS)
                && difference.deviation() > 0
                && (isAlone || difference.control().value() != 0);
    }

    private long needed(double smallest, double deviation, double n) {
        return smallest > 0 && deviation > 0
                ? Math.max(0, sequence.usersFor(smallest, deviation, powerQuantile) - (long) n)
                : 0;
    }

    private static Comparison nothing(Metric metric, String arm, Difference plain, String why) {
        return new Comparison(
                metric.name(),
                arm,
                plain.control().value(),
                plain.treatment().value(),
                Double.NaN,
                ANYTHING,
                ANYTHING,
                1,
                1,
                1,
                0,
                Verdict.INVALID,
                0,
                0,
                why);
    }
}
