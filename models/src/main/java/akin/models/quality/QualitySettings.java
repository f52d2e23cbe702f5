package akin.models.quality;

import akin.models.random.Hash;
import akin.models.settings.Checks;
import akin.models.shard.Visit;
import java.io.Serializable;

/**
 * How rankers are measured on the stream.
 *
 * @param enabled whether visits are ranked before they are learned
 * @param sample share of the visits that are
 * @param choices how many of the last choices are remembered, to judge carts and purchases that follow
 * @param coldVisits an item seen fewer times counts as cold
 */
public record QualitySettings(boolean enabled, double sample, int choices, int coldVisits) implements Serializable {
    private static final long SAMPLE = Hash.seed(0, "quality.sample");

    public QualitySettings {
        Checks.of("quality")
                .range("sample", sample, 1e-6, 1)
                .range("choices", choices, 1, 1 << 22)
                .range("cold_visits", coldVisits, 0, Integer.MAX_VALUE)
                .verify();
    }

    /**
     * Returns whether rankers are tested on a visit. Only a new choice is a test: to put into the cart, or to buy, what the
     * shopper looked at a moment ago is not. Which choices are in the sample follows from the user and the visit's number.
     */
    public boolean tests(Visit visit) {
        return enabled
                && visit.isNewChoice()
                && (sample == 1 || Hash.unit(Hash.of(Hash.seed(SAMPLE, visit.userId()), 0, visit.sequence())) < sample);
    }
}
