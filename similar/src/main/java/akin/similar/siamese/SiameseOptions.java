package akin.similar.siamese;

import akin.similar.settings.UsageException;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Option;

/** Options of commands that learn a Siamese net. */
public final class SiameseOptions {
    @Option(
            names = "--layers",
            paramLabel = "WIDTHS",
            description =
                    "Widths of the fully connected layers, such as 256,256; none: only what inputs are worth is learned."
                            + " Default: 256,256,256,256.")
    private String layers = "";

    @Option(names = "--loss", description = "logistic (the default), contrastive or triplet.")
    private String loss = "";

    @Option(
            names = "--every-depth",
            description =
                    "Learns a net of each depth up to --layers, to compare them; otherwise deeper ones as long as the"
                            + " last is surely better on validation.")
    private boolean everyDepth;

    @Option(names = "--seed", description = "Of weights and the order of pairs. Default: 1.")
    private long seed = SiameseSettings.DEFAULT.seed();

    /** Returns the settings that were asked for. */
    public SiameseSettings settings() {
        SiameseSettings settings = SiameseSettings.DEFAULT.withSeed(seed);
        settings = layers.isEmpty() ? settings : settings.withLayers(widths());
        return loss.isEmpty() ? settings : settings.withLoss(pairLoss());
    }

    /** Returns whether nets of all depths are to be learned. */
    public boolean everyDepth() {
        return everyDepth;
    }

    private List<Integer> widths() {
        try {
            return layers.equals("none")
                    ? List.of()
                    : Arrays.stream(layers.split(",")).map(Integer::valueOf).toList();
        } catch (NumberFormatException e) {
            throw new UsageException("--layers " + layers + ": whole numbers with commas between, or none");
        }
    }

    private PairLoss pairLoss() {
        PairLoss known = PairLoss.ofName(loss);
        if (known == null) {
            throw new UsageException("--loss " + loss + ": one of " + String.join(", ", PairLoss.names()));
        }
        return known;
    }
}
