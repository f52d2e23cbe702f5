package akin.tools.report;

import java.util.Locale;

/** Numbers for people. */
final class Numbers {
    private Numbers() {}

    /** Thousands apart, no decimals. */
    static String count(double number) {
        return Double.isFinite(number) ? String.format(Locale.ROOT, "%,d", Math.round(number)) : "–";
    }

    /** A fraction in percent with one decimal, without the sign. */
    static String hundredths(double share) {
        return Double.isFinite(share) ? String.format(Locale.ROOT, "%.1f", 100 * share) : "–";
    }

    static String percent(double share) {
        return Double.isFinite(share) ? hundredths(share) + "%" : "–";
    }

    /** About four digits. */
    static String decimal(double number) {
        return Double.isFinite(number)
                ? String.format(Locale.ROOT, Math.abs(number) < 10 ? "%.4f" : "%.1f", number)
                : "–";
    }

    /** At most {@code length} characters, an ellipsis for the rest. */
    static String shortened(String text, int length) {
        return text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length - 1)) + "…";
    }
}
