package akin.models.quality;

import akin.models.random.Hash;
import akin.models.shard.Visit;
import java.io.Serializable;

/**
 * How rankers are measured on the stream.
 *
 * @param enabled whether visits are ranked before they are learned
 * @param sample share of the visits that are
 * @param coldVisits an item seen fewer times counts as cold
 */
public record QualitySettings(boolean enabled, double sample, int coldVisits) implements Serializable {
    private static final long SAMPLE = Hash.seed(0, "quality.sample");

    public QualitySettings {
        if (!(sample > 0 && sample <= 1)) {
            throw new IllegalArgumentException("sample is " + sample + ", more than 0 and at most 1 is allowed");
        }
    }

    /** Returns whether rankers are tested on a visit; that follows from its user and number. */
    public boolean tests(Visit visit) {
        return enabled
                && (sample == 1 || Hash.unit(Hash.of(Hash.seed(SAMPLE, visit.userId()), 0, visit.sequence())) < sample);
    }
}
