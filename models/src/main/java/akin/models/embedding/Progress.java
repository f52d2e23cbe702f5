package akin.models.embedding;

import akin.models.component.Learning;
import akin.models.memory.Memory;
import akin.models.memory.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How well a learner does on examples before it learns them: their loss, and whether its probabilities come true. */
final class Progress {
    private static final int BINS = 10;
    private static final int EXAMPLES = 0;
    private static final int LOSS = 2;
    private static final int REFUSED = 4;
    private static final int FIRST_BIN = 6;
    private static final int BIN_WIDTH = 6;

    private final Table sums;
    private long examples;
    private double loss;
    private final long[] count = new long[BINS];
    private final long[] observed = new long[BINS];
    private final double[] predicted = new double[BINS];

    Progress(Memory memory, String learner) {
        sums = memory.table(Learning.tableOf(learner), FIRST_BIN + BINS * BIN_WIDTH);
        sums.ensure(0);
    }

    /** Notes a new example; a loss that is not finite would spoil the sum for good. */
    void example(double ofExample) {
        examples++;
        loss += Double.isFinite(ofExample) ? ofExample : 0;
    }

    /** Notes that something was given a probability, and whether it came. */
    void predicted(float probability, boolean isObserved) {
        if (Float.isNaN(probability)) {
            return;
        }
        int bin = Math.min(BINS - 1, (int) (probability * BINS));
        count[bin]++;
        observed[bin] += isObserved ? 1 : 0;
        predicted[bin] += probability;
    }

    /** Adds what was noted of a batch to memory. */
    void endBatch(long refused) {
        add(EXAMPLES, examples);
        add(LOSS, loss);
        add(REFUSED, refused);
        for (int bin = 0; bin < BINS; bin++) {
            int at = FIRST_BIN + BIN_WIDTH * bin;
            add(at, count[bin]);
            add(at + 2, observed[bin]);
            add(at + 4, predicted[bin]);
        }
        examples = 0;
        loss = 0;
        Arrays.fill(count, 0);
        Arrays.fill(observed, 0);
        Arrays.fill(predicted, 0);
    }

    private void add(int column, long number) {
        sums.setLong(0, column, sums.getLong(0, column) + number);
    }

    private void add(int column, double number) {
        sums.setDouble(0, column, sums.getDouble(0, column) + number);
    }

    Learning figures() {
        List<Learning.Bin> bins = new ArrayList<>();
        for (int bin = FIRST_BIN; bin < sums.width(); bin += BIN_WIDTH) {
            bins.add(new Learning.Bin(sums.getLong(0, bin), sums.getLong(0, bin + 2), sums.getDouble(0, bin + 4)));
        }
        return new Learning(
                sums.getLong(0, EXAMPLES), sums.getDouble(0, LOSS), sums.getLong(0, REFUSED), List.copyOf(bins));
    }
}
