package akin.models.ranking;

import java.io.Serializable;
import java.util.Objects;

/**
 * An experiment that a ranking is part of.
 *
 * @param arm the shopper's arm
 * @param version of the definitions that said so
 * @param until event time from which nothing counts any more, epoch milliseconds
 * @param isForced whether the definition names the shopper: such a ranking is shown, and not counted
 */
public record Trial(String experiment, String arm, long version, long until, boolean isForced) implements Serializable {
    public Trial {
        Objects.requireNonNull(experiment, "experiment");
        Objects.requireNonNull(arm, "arm");
    }
}
