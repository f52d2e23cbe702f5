package akin.models.settings;

import akin.models.settings.InvalidSettingsException.Invalid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Checks the values of a record of settings, so that it tells all that is wrong at once, by the keys of the configuration. */
public final class Checks {
    /** Longer than anything that a shop waits for; a longer duration is a mistake. */
    public static final Duration LONGEST = Duration.ofDays(3650);

    private static final Duration MILLI = Duration.ofMillis(1);

    private String prefix;
    private final List<Invalid> invalid = new ArrayList<>();

    private Checks(String prefix) {
        this.prefix = prefix;
    }

    /** Starts to check values whose keys are all in one group. */
    public static Checks of(String group) {
        return new Checks(group + ".");
    }

    /** Starts to check values of an element of a list, which doesn't know its place there: their keys have no group. */
    public static Checks ofPart() {
        return new Checks("");
    }

    /** Goes on with values whose keys are in another group. */
    public Checks and(String otherGroup) {
        prefix = otherGroup + ".";
        return this;
    }

    /** Requires a whole number in a range, both ends included. */
    public Checks range(String key, long value, long least, long most) {
        boolean inside = value >= least && value <= most;
        return inside ? this : require(false, key, value, "a whole number from " + least + " to " + most);
    }

    /** Requires a finite number in a range, both ends included. */
    public Checks range(String key, double value, double least, double most) {
        boolean inside = value >= least && value <= most;
        return inside ? this : require(false, key, value, "a number from " + least + " to " + most);
    }

    /** Requires a duration in a range, both ends included. */
    public Checks range(String key, Duration value, Duration least, Duration most) {
        boolean inside = value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
        return require(
                inside,
                key,
                Durations.text(value),
                "a duration from " + Durations.text(least) + " to " + Durations.text(most));
    }

    /** Requires a duration of at least a millisecond, and no longer than {@link #LONGEST}. */
    public Checks positive(String key, Duration value) {
        return range(key, value, MILLI, LONGEST);
    }

    /** Requires a duration of zero or more, and no longer than {@link #LONGEST}. */
    public Checks notNegative(String key, Duration value) {
        return range(key, value, Duration.ZERO, LONGEST);
    }

    /** Requires anything else. */
    public Checks require(boolean right, String key, Object value, String allowed) {
        if (!right) {
            invalid.add(new Invalid(prefix + key, value, allowed));
        }
        return this;
    }

    /**
     * Ends the checks.
     *
     * @throws InvalidSettingsException when a value was wrong
     */
    public void verify() {
        if (!invalid.isEmpty()) {
            throw new InvalidSettingsException(invalid);
        }
    }
}
