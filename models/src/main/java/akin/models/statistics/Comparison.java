package akin.models.statistics;

/**
 * A treatment against the control by one metric, at one look.
 *
 * @param metric its name
 * @param arm the treatment's name
 * @param control value of the metric, after CUPED where that is on
 * @param treatment the same
 * @param relative what the treatment has more, as a share of the control's value; where there is no control, the value
 * @param sequence where {@code relative} lies, at all looks at once
 * @param fixed where it lies if this is the only look
 * @param sequentialP of the confidence sequence at this look
 * @param msprtP of the mixture sequential probability ratio test at this look
 * @param fixedP right if this is the only look
 * @param cut share of the variance that CUPED took out
 * @param verdict once reached, it stays
 * @param decidedAt users of both arms at the look that decided, or 0
 * @param needed users still needed to tell the smallest effect that matters with a chance of 80 %
 * @param reason why the verdict is what it is, in words
 */
public record Comparison(
        String metric,
        String arm,
        double control,
        double treatment,
        double relative,
        Interval sequence,
        Interval fixed,
        double sequentialP,
        double msprtP,
        double fixedP,
        double cut,
        Verdict verdict,
        long decidedAt,
        long needed,
        String reason) {

    Comparison invalid(String why) {
        return with(Verdict.INVALID, 0, why);
    }

    Comparison with(Verdict other, long users, String why) {
        return new Comparison(
                metric,
                arm,
                control,
                treatment,
                relative,
                sequence,
                fixed,
                sequentialP,
                msprtP,
                fixedP,
                cut,
                other,
                users,
                needed,
                why);
    }
}
