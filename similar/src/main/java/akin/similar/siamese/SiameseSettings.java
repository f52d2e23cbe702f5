package akin.similar.siamese;

import akin.models.settings.Checks;
import java.io.Serializable;
import java.util.List;

/**
 * How a Siamese net is shaped and learned.
 *
 * @param layers widths of the fully connected layers; none leaves what each input is worth as all that is learned
 * @param loss of pairs
 * @param epochs over the pairs at most
 * @param patience epochs without a better figure on validation pairs before learning ends
 * @param batch pairs of a step, of each task
 * @param rate of Adam for the layers
 * @param worthRate of Adam for what each input is worth
 * @param dropout share of a layer's inputs that is left out while learning
 * @param seed of weights and of the order of pairs
 */
public record SiameseSettings(
        List<Integer> layers,
        PairLoss loss,
        int epochs,
        int patience,
        int batch,
        double rate,
        double worthRate,
        double dropout,
        long seed)
        implements Serializable {
    /** The defaults of {@code match} and {@code rank}. */
    public static final SiameseSettings DEFAULT =
            new SiameseSettings(List.of(256, 256, 256, 256), PairLoss.LOGISTIC, 30, 5, 128, 0.0005, 0.02, 0.2, 1);

    public SiameseSettings {
        layers = List.copyOf(layers);
        Checks checks = Checks.ofPart();
        checks.require(layers.size() <= 16, "layers", layers, "at most 16 layers");
        for (int width : layers) {
            checks.range("layers", width, 1, 4096);
        }
        checks.range("epochs", epochs, 1, 10_000)
                .range("patience", patience, 1, 10_000)
                .range("batch", batch, 2, 65_536)
                .range("rate", rate, 1e-8, 1)
                .range("worth_rate", worthRate, 1e-8, 1)
                .range("dropout", dropout, 0, 0.95)
                .verify();
    }

    public SiameseSettings withLayers(List<Integer> widths) {
        return new SiameseSettings(widths, loss, epochs, patience, batch, rate, worthRate, dropout, seed);
    }

    public SiameseSettings withLoss(PairLoss other) {
        return new SiameseSettings(layers, other, epochs, patience, batch, rate, worthRate, dropout, seed);
    }

    public SiameseSettings withSeed(long other) {
        return new SiameseSettings(layers, loss, epochs, patience, batch, rate, worthRate, dropout, other);
    }
}
