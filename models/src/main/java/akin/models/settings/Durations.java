package akin.models.settings;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes durations as the configuration does: 500ms, 10s, 30m, 12h, 90d, 0. */
public final class Durations {
    private static final Pattern TEXT = Pattern.compile("(\\d+)(ms|s|m|h|d)?");
    private static final long DAY_MILLIS = 86_400_000;

    private Durations() {}

    /** Returns the duration that a text says, or null when it says none or one that is too long for anything. */
    public static Duration parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        try {
            return matcher.matches() ? of(Long.parseLong(matcher.group(1)), matcher.group(2)) : null;
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    private static Duration of(long amount, String unit) {
        if (unit == null) {
            return amount == 0 ? Duration.ZERO : null;
        }
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    /** Returns a duration in days where it is one of whole days, else in milliseconds. */
    public static String text(Duration duration) {
        long millis = duration.toMillis();
        return millis != 0 && millis % DAY_MILLIS == 0 ? duration.toDays() + "d" : millis + "ms";
    }
}
