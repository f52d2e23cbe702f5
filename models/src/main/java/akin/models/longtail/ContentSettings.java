package akin.models.longtail;

import akin.models.settings.Checks;

/**
 * How vectors of behaviour are foretold from content.
 *
 * @param hidden units of the network
 * @param epochs most passes over the items that are learned from
 * @param batch items per step
 * @param rate of learning
 * @param dropout share of hidden units left out while learning
 * @param leastInteractions of an item to be learned from
 * @param seed of the first weights
 */
public record ContentSettings(
        int hidden, int epochs, int batch, double rate, double dropout, int leastInteractions, long seed) {
    public ContentSettings {
        Checks.of("content")
                .range("hidden", hidden, 1, 4096)
                .range("epochs", epochs, 1, 10_000)
                .range("batch", batch, 1, 65_536)
                .range("rate", rate, 1e-9, 1)
                .range("dropout", dropout, 0, 0.99)
                .range("least_interactions", leastInteractions, 1, Integer.MAX_VALUE)
                .verify();
    }
}
