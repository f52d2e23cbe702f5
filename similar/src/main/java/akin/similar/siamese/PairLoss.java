package akin.similar.siamese;

import akin.models.kernel.Scalars;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a pair costs by its squared distance d², and how much the cost grows with it. */
public enum PairLoss {
    /** {@code d²} of similar pairs, {@code max(0, 1 - d)²} of others. [Hadsell, Chopra and LeCun, CVPR 2006] */
    CONTRASTIVE(0.5) {
        @Override
        double loss(double squared, double margin, boolean isSimilar) {
            double lacking = Math.max(0, 1 - Math.sqrt(squared));
            return isSimilar ? squared : lacking * lacking;
        }

        @Override
        double derivative(double squared, double margin, boolean isSimilar) {
            double distance = Math.sqrt(squared);
            return isSimilar ? 1 : distance < 1 ? -(1 - distance) / Math.max(distance, 1e-6) : 0;
        }

        @Override
        double byMargin(double squared, double margin, boolean isSimilar) {
            return 0;
        }
    },
    /**
     * {@code log(1 + exp(d² - m))} of similar pairs, {@code log(1 + exp(m - d²))} of others, with a margin m that is
     * learned: a contrastive loss without corners, by which a distance is log odds.
     */
    LOGISTIC(12) {
        @Override
        double loss(double squared, double margin, boolean isSimilar) {
            return Scalars.softplus((float) (isSimilar ? squared - margin : margin - squared));
        }

        @Override
        double derivative(double squared, double margin, boolean isSimilar) {
            float excess = (float) (squared - margin);
            return isSimilar ? Scalars.sigmoid(excess) : -Scalars.sigmoid(-excess);
        }

        @Override
        double byMargin(double squared, double margin, boolean isSimilar) {
            return -derivative(squared, margin, isSimilar);
        }
    },
    /**
     * {@code log(1 + exp(d_s² - d_o²))} of a similar pair s and another pair o of the same product: the logistic loss of
     * the similar pair, whose margin is the distance of the other. So distances count only beside others from the same
     * product. [Hoffer and Ailon, SIMBAD 2015; the soft margin of Hermans, Beyer and Leibe, 2017]
     */
    TRIPLET(12) {
        @Override
        double loss(double squared, double margin, boolean isSimilar) {
            return LOGISTIC.loss(squared, margin, isSimilar);
        }

        @Override
        double derivative(double squared, double margin, boolean isSimilar) {
            return LOGISTIC.derivative(squared, margin, isSimilar);
        }

        @Override
        double byMargin(double squared, double margin, boolean isSimilar) {
            return LOGISTIC.byMargin(squared, margin, isSimilar);
        }
    };

    private final double start;

    PairLoss(double start) {
        this.start = start;
    }

    /** Returns the names in settings. */
    public static List<String> names() {
        return Stream.of(values()).map(PairLoss::wireName).toList();
    }

    /** Returns the loss of a name, or null. */
    public static PairLoss ofName(String name) {
        return Stream.of(values())
                .filter(loss -> loss.wireName().equals(name))
                .findFirst()
                .orElse(null);
    }

    private String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether similar pairs are learned beside others of the same product, whose distance is the margin. */
    boolean isOfTriplets() {
        return this == TRIPLET;
    }

    /** Returns the squared length that compound embeddings start with, so that pairs lie on both sides of the margin. */
    double start() {
        return start;
    }

    abstract double loss(double squared, double margin, boolean isSimilar);

    /** The derivative by the squared distance. */
    abstract double derivative(double squared, double margin, boolean isSimilar);

    /** The derivative by the margin. */
    abstract double byMargin(double squared, double margin, boolean isSimilar);
}
