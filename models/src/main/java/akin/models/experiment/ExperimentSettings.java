package akin.models.experiment;

import akin.models.attribution.AttributionSettings;
import akin.models.settings.Checks;
import java.io.Serializable;
import java.time.Duration;

/**
 * Whether and how experiments run.
 *
 * @param definitions of a file, or null
 * @param hasControl whether definitions come as messages, too
 * @param lookEvery event time between two looks at an experiment
 */
public record ExperimentSettings(
        Definitions definitions, boolean hasControl, AttributionSettings attribution, Duration lookEvery)
        implements Serializable {
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    public ExperimentSettings {
        Checks.of("experiments")
                .range("look_every", lookEvery, Duration.ofSeconds(1), Duration.ofDays(7))
                .verify();
    }

    /** Returns whether there may be any. */
    public boolean isOn() {
        return hasControl || definitions != null;
    }

    /** Returns what says who gets which arm. */
    public Assigner assigner() {
        return new Assigner(attribution.longestWindow());
    }

    /** Returns the first look at or after a time. */
    public long lookAfter(long time) {
        return after(time, lookEvery.toMillis());
    }

    /** Returns when attribution takes what is of a time: all of a minute at once, and before the look that it belongs to. */
    public long turnAfter(long time) {
        return Math.min(after(time, MINUTE), lookAfter(time));
    }

    private static long after(long time, long step) {
        return -Math.floorDiv(-time, step) * step;
    }
}
