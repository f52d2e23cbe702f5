package akin.models.covisit;

import akin.models.settings.Checks;
import java.io.Serializable;
import java.time.Duration;

/**
 * How co-visits are counted.
 *
 * @param halfLife age at which a visit counts half; zero: visits never fade
 * @param neighbours most neighbours kept per item; beyond it the lesser half is pruned
 * @param alpha share of co-visit similarity in a score, the rest is attribute similarity (formula 3)
 */
public record CovisitSettings(Duration halfLife, int neighbours, double alpha) implements Serializable {
    public CovisitSettings {
        Checks.of("covisit")
                .notNegative("half_life", halfLife)
                .range("neighbours", neighbours, 8, 4096)
                .and("ranking")
                .range("alpha", alpha, 0, 1)
                .verify();
    }
}
