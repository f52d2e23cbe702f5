package akin.models.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.catalog.Items;
import akin.models.memory.Memory;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * One random batch over few items: with windows of all lengths, an item twice in a window, the target in its own window,
 * weights, old examples; and negatives among which some are twice and some are targets.
 */
final class Trial {
    static final int ITEMS = 7;
    static final int EXAMPLES = 9;
    static final int FRESH = 6;

    final EmbeddingSettings settings;
    final Memory memory = new Memory();
    final Random random;
    final Batch batch;
    final Negatives negatives;
    private final int[] targetCounts = new int[ITEMS + 1];

    Trial(EmbeddingSettings settings, long seed, float cart) {
        this.settings = settings;
        random = new Random(seed);
        Items items = new Items(memory);
        IntStream.range(0, ITEMS).forEach(i -> items.add("i" + i));
        Slots slots = new Slots(memory);
        IntStream.rangeClosed(1, ITEMS).forEach(slots::take);
        Examples examples = new Examples(memory, settings.examples());
        batch = new Batch(settings.examples().window());
        for (int example = 0; example < EXAMPLES; example++) {
            example(example, cart);
        }
        for (int i = 0; i < 50; i++) {
            int target = 1 + (int) (ITEMS * Math.pow(random.nextDouble(), 2));
            examples.add(items.ref(target), 1, 1, new int[] {items.ref(1)}, 1);
            targetCounts[target]++;
        }
        negatives = new Negatives(settings, items, slots, examples);
        negatives.draw(seed);
        assertThat(negatives.size())
                .isEqualTo(settings.batches().negatives().count())
                .isGreaterThan(ITEMS);
        assertThat(IntStream.range(0, EXAMPLES).map(batch::target))
                .anyMatch(target -> Arrays.stream(drawn()).anyMatch(row -> row == target));
    }

    private void example(int example, float cart) {
        int target = 1 + random.nextInt(ITEMS);
        float weight = new float[] {1, 0.5f, 0}[example % 3];
        batch.add(target, weight, cart * (1 + example % 2), example < FRESH);
        int n = 1 + example % settings.examples().window();
        for (int i = 0; i < n; i++) {
            boolean isSpecial = example == 3;
            batch.addItem(isSpecial ? i % 2 == 0 ? target : 1 : 1 + random.nextInt(ITEMS));
        }
    }

    private int[] drawn() {
        return IntStream.range(0, negatives.size()).map(negatives::slot).toArray();
    }

    /** The logQ correction by a recount. */
    double logQ(int row) {
        return (settings.batches().negatives().by() == NegativeSettings.By.POPULARITY)
                ? Math.log(Math.max(1, targetCounts[row]))
                : 0;
    }

    /** Learns the batch; tables may have been filled from outside. */
    void learn(Learner learner) {
        learner.tables().forEach(Embeddings::loaded);
        learner.learn(batch, negatives);
    }
}
