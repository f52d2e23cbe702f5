package akin.models.statistics;

import akin.models.settings.Checks;
import java.io.Serializable;
import java.util.List;

/**
 * How an experiment is judged; decided before it starts.
 *
 * @param arms their names, the control first; one arm alone is judged by its own {@code primary}, against 0
 * @param shares of the users that the arms should have, the sum is 1
 * @param primary decides
 * @param others are told besides
 * @param alpha chance of a decision without a difference
 * @param users at which the intervals are the narrowest: as many as are planned
 * @param effect the smallest that matters, as a share of the control's value
 * @param usesActivity whether CUPED takes out what the users' activity before explains
 */
public record Design(
        List<String> arms,
        List<Double> shares,
        Metric primary,
        List<Metric> others,
        List<Guardrail> guardrails,
        double alpha,
        long users,
        double effect,
        boolean usesActivity)
        implements Serializable {
    /** Clicks on the second ranker's items of interleaved lists, less those on the first's, per user. */
    public static final Metric PREFERENCE = new Metric("preference", Measure.CREDIT, null);

    public Design {
        Checks.ofPart()
                .require(alpha > 0 && alpha <= 0.5, "alpha", alpha, "a number above 0 and up to 0.5")
                .range("users", users, 100, 1_000_000_000)
                .require(effect > 0 && effect <= 10, "effect", effect, "a number above 0 and up to 10")
                .verify();
    }

    /** Number of arms besides the control. */
    public int treatments() {
        return Math.max(1, arms.size() - 1);
    }
}
