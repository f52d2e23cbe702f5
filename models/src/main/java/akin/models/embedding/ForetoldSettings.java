package akin.models.embedding;

import akin.models.settings.Checks;
import java.io.Serializable;

/**
 * How vectors of items are foretold from what the catalogue says of them.
 *
 * @param leastVisits of an item to be learned from
 * @param kappa how long content counts: the more, the longer
 * @param rate share of the error that an item's visit takes away
 * @param covisits weight of the cosine of co-visits in each learner's scores
 */
public record ForetoldSettings(int leastVisits, double kappa, double rate, double covisits) implements Serializable {
    public ForetoldSettings {
        Checks.of("foretold")
                .range("least_visits", leastVisits, 1, 1_000_000)
                .range("kappa", kappa, 0.001, 1e6)
                .range("rate", rate, 1e-6, 1)
                .range("covisits", covisits, 0, 1000)
                .verify();
    }

    /** Returns how much content counts at the n-th visit of an item, beside what was learned. */
    double share(int visits) {
        double share = kappa / (visits + kappa);
        return share * share;
    }
}
