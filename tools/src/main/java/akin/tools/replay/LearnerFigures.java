package akin.tools.replay;

import akin.models.component.Learning;
import java.util.List;

/**
 * How a learner did, as means.
 *
 * @param examples new examples learned
 * @param loss of an example, before it was learned
 * @param refused rows whose gradient was not finite and was not applied
 * @param calibration by tenths of predicted probability; those without examples are left out
 */
record LearnerFigures(long examples, double loss, long refused, List<Bin> calibration) {
    record Bin(double predicted, double observed, long examples) {
        static Bin of(Learning.Bin sums) {
            return new Bin(
                    sums.predicted() / sums.examples(), (double) sums.observed() / sums.examples(), sums.examples());
        }
    }

    static LearnerFigures of(Learning sums) {
        return new LearnerFigures(
                sums.examples(),
                sums.loss() / Math.max(1, sums.examples()),
                sums.refused(),
                sums.calibration().stream()
                        .filter(bin -> bin.examples() > 0)
                        .map(Bin::of)
                        .toList());
    }
}
