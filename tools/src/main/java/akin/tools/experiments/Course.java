package akin.tools.experiments;

import akin.models.statistics.Comparison;
import akin.models.statistics.Look;
import akin.models.statistics.Verdict;

/** How one simulated experiment went, look by look. */
final class Course {
    private final double effect;
    private final double alpha;
    private final long planned;
    boolean isRejected;
    boolean isCovered = true;
    boolean isMismatch;
    boolean isRejectedByPeeking;
    boolean isRejectedOnce;
    long decidedAt;
    double cut;
    private boolean isPlannedSeen;

    /**
     * @param effect the true one
     * @param planned users at which the test with a fixed time looks
     */
    Course(double effect, double alpha, long planned) {
        this.effect = effect;
        this.alpha = alpha;
        this.planned = planned;
    }

    void see(Look look) {
        Comparison comparison = look.primary().get(0);
        isMismatch |= look.mismatchAlarm();
        isCovered &= comparison.sequence().contains(effect);
        long users = look.users().stream().mapToLong(Long::longValue).sum();
        boolean isTold = comparison.fixedP() <= alpha;
        if (users <= planned) {
            isRejectedByPeeking |= isTold;
        }
        if (users >= planned && !isPlannedSeen) {
            isPlannedSeen = true;
            isRejectedOnce = isTold;
        }
        if (!isRejected && (comparison.verdict() == Verdict.BETTER || comparison.verdict() == Verdict.WORSE)) {
            isRejected = true;
            decidedAt = comparison.decidedAt();
        }
        cut = comparison.cut();
    }
}
