package akin.similar.configuration;

import akin.models.settings.Checks;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * One idea of what is similar.
 *
 * @param inputs weights by the name of the feature
 * @param keyAttributes attributes that have to be the same, {@code brand} and {@code category} among them
 * @param availableOnly whether what can't be bought is left out
 * @param priceBand how far the price may lie from the product's, as a share of it; 0 for any distance
 * @param depth how much is looked for, and where
 * @param training what is learned from, or null: then products are compared by their compound embedding
 */
public record ApplicationSettings(
        String name,
        Map<String, Double> inputs,
        List<String> keyAttributes,
        boolean availableOnly,
        double priceBand,
        Depth depth,
        TrainingSettings training)
        implements Serializable {
    /**
     * How much is looked for, and where.
     *
     * @param k products per product, at most
     * @param candidates products that are looked for, before filters
     * @param partitions indexes that are built
     */
    public record Depth(int k, int candidates, int partitions) implements Serializable {}

    public ApplicationSettings {
        Checks.ofPart()
                .require(name.matches("[a-z0-9][a-z0-9_-]*"), "name", name, "lower-case letters, digits, - and _")
                .require(!inputs.isEmpty(), "inputs", inputs, "at least one feature with its weight")
                .range("k", depth.k(), 1, 10_000)
                .range("candidates", depth.candidates(), depth.k(), 100_000)
                .range("partitions", depth.partitions(), 1, 1_000_000)
                .range("price_band", priceBand, 0, 1e6)
                .verify();
        keyAttributes = List.copyOf(keyAttributes);
    }
}
