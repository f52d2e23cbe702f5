package akin.similar.siamese;

import akin.similar.compound.Compounds;
import akin.similar.compound.Sides;
import akin.similar.pairs.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Learns nets of growing depth, from the weights alone to all layers of the settings: few pairs teach weights more surely than
 * layers, and one layer more surely than four. A deeper net is taken only where it is better than the best of the shallower ones by
 * more than the standard error of the difference on what is validated on, pair by pair. Where it is not, none that is deeper
 * still is learned. [after Breiman et al., Classification and Regression Trees, 1984: the rule of one standard error]
 */
public final class Depths {
    private final SiameseSettings settings;
    private final Compounds compounds;
    private final Sides sides;
    private final boolean every;

    /** A net that was learned, and its embeddings of all products. */
    public record Learned(List<Integer> layers, Siamese siamese, Embeddings embeddings, double[] validated) {}

    /**
     * @param every whether all depths are learned, to compare them
     */
    public Depths(SiameseSettings settings, Compounds compounds, Sides sides, boolean every) {
        this.every = every;
        this.settings = settings;
        this.compounds = compounds;
        this.sides = sides;
    }

    /**
     * Learns them, the shallowest first.
     *
     * @param kept where to keep how far learning is, or null: the depth is added to the name
     * @param told hears each epoch with the widths of its layers
     */
    public List<Learned> learn(List<Task> tasks, Validation valid, Path kept, BiConsumer<List<Integer>, Epoch> told)
            throws IOException {
        List<Learned> all = new ArrayList<>();
        for (int depth = 0; depth <= settings.layers().size() && (every || isLastBest(all)); depth++) {
            List<Integer> layers = settings.layers().subList(0, depth);
            Siamese siamese = new Siamese(settings.withLayers(layers), compounds, sides);
            Path file = kept == null ? null : kept.resolveSibling(kept.getFileName() + "-" + depth);
            Embeddings embeddings = siamese.learn(tasks, valid, file, epoch -> told.accept(layers, epoch));
            all.add(new Learned(layers, siamese, embeddings, valid.parts(embeddings)));
        }
        return all;
    }

    private static boolean isLastBest(List<Learned> all) {
        return all.isEmpty() || best(all) == all.get(all.size() - 1);
    }

    /** Returns the net to use. */
    public static Learned best(List<Learned> all) {
        Learned best = all.get(0);
        for (Learned learned : all) {
            best = isSurelyBetter(learned.validated(), best.validated()) ? learned : best;
        }
        return best;
    }

    static boolean isSurelyBetter(double[] one, double[] other) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < one.length; i++) {
            double gain = one[i] - other[i];
            sum += gain;
            squares += gain * gain;
        }
        double mean = sum / one.length;
        double variance = Math.max(0, squares / one.length - mean * mean);
        return mean > Math.sqrt(variance / Math.max(1, one.length - 1));
    }
}
