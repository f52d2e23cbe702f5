package akin.models.statistics;

import java.util.List;

/**
 * What is known of an experiment at one moment.
 *
 * @param time event time, epoch milliseconds
 * @param users of each arm, in the order of the design
 * @param capped of these, how many had a number that was cut
 * @param mismatchP chance that arms of the right shares differ so much, if this is the only look
 * @param mismatchAlarm whether the sequential alarm ever went off
 * @param primary one for each treatment
 * @param others of the other metrics
 * @param guardrails of the guardrails, with {@link Verdict#HELD} and {@link Verdict#BROKEN}
 */
public record Look(
        long time,
        List<Long> users,
        List<Long> capped,
        double mismatchP,
        boolean mismatchAlarm,
        List<Comparison> primary,
        List<Comparison> others,
        List<Comparison> guardrails) {

    /** Returns the treatment that is better and breaks no guardrail, the one with the greatest effect; or null. */
    public Comparison winner() {
        return primary.stream()
                .filter(comparison -> comparison.verdict() == Verdict.BETTER && !breaks(comparison.arm()))
                .reduce((a, b) -> b.relative() > a.relative() ? b : a)
                .orElse(null);
    }

    /** Returns whether an arm breaks a guardrail. */
    public boolean breaks(String arm) {
        return guardrails.stream()
                .anyMatch(comparison -> comparison.arm().equals(arm) && comparison.verdict() == Verdict.BROKEN);
    }
}
