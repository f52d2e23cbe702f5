package akin.similar.longtail;

import akin.models.settings.Checks;

/**
 * How much of a history counts: the newest {@code most} items, each with {@code decay} of the weight of the next newer
 * one.
 */
record Recency(double decay, int most) {
    Recency {
        Checks.of("recency")
                .range("decay", decay, 0.001, 1)
                .range("most", most, 1, 1000)
                .verify();
    }
}
