package akin.models.embedding;

import akin.models.catalog.Items;
import akin.models.random.Hash;

/**
 * Items that a batch's examples are learned against, drawn for the whole batch so that their vectors stay in cache:
 * uniformly, or as often as they were visited of late. The latter comes with the logQ correction: what is drawn often is
 * not pushed down more. [Bengio and Senécal, IEEE TNN 2008]
 */
final class Negatives {
    private static final int TRIES = 4;

    private final Items items;
    private final Slots slots;
    private final Examples examples;
    private final boolean byPopularity;
    private final int admission;
    private final long seed;
    private final int[] drawn;
    private final float[] logQ;
    private int size;

    Negatives(EmbeddingSettings settings, Items items, Slots slots, Examples examples) {
        this.items = items;
        this.slots = slots;
        this.examples = examples;
        this.byPopularity = settings.batches().negatives().by() == NegativeSettings.By.POPULARITY;
        this.admission = settings.examples().admission();
        this.seed = Hash.seed(settings.seed(), "negatives");
        drawn = new int[settings.batches().negatives().count()];
        logQ = new float[drawn.length];
    }

    /** Draws for a batch. */
    void draw(long batch) {
        size = 0;
        for (int n = 0; n < drawn.length; n++) {
            int row = draw(batch, n);
            if (row != 0) {
                drawn[size] = slots.take(row);
                logQ[size] = logQ(drawn[size]);
                size++;
            }
        }
    }

    private int draw(long batch, int n) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            long hash = Hash.of(seed, batch, (long) n * TRIES + attempt);
            int row = byPopularity ? byPopularity(hash) : uniform(hash);
            if (row != 0 && items.isAdmitted(row, admission)) {
                return row;
            }
        }
        return 0;
    }

    private int byPopularity(long hash) {
        long kept = examples.seen() - examples.oldest();
        return items.resolve(examples.target(examples.oldest() + Hash.below(hash, kept)));
    }

    private int uniform(long hash) {
        int row = 1 + (int) Hash.below(hash, items.end() - 1L);
        return items.isAlive(row) ? row : 0;
    }

    /** The logarithm of how probably a slot is drawn, up to a constant; 0 for all when drawn uniformly. */
    float logQ(int slot) {
        return byPopularity ? (float) StrictMath.log(Math.max(1, examples.count(items.ref(slots.row(slot))))) : 0;
    }

    int size() {
        return size;
    }

    /** Returns the slot of the {@code n}-th. */
    int slot(int n) {
        return drawn[n];
    }

    float drawnLogQ(int n) {
        return logQ[n];
    }
}
