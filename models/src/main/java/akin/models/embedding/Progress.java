package akin.models.embedding;

import akin.models.memory.Memory;
import akin.models.memory.Table;
import java.util.ArrayList;
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

    Progress(Memory memory, String learner) {
        sums = memory.table("learning." + learner, FIRST_BIN + BINS * BIN_WIDTH);
        sums.ensure(0);
    }

    /** Notes a new example; a loss that is not finite would spoil the sum for good. */
    void example(double loss) {
        sums.setLong(0, EXAMPLES, sums.getLong(0, EXAMPLES) + 1);
        sums.setDouble(0, LOSS, sums.getDouble(0, LOSS) + (Double.isFinite(loss) ? loss : 0));
    }

    void refused(long rows) {
        if (rows > 0) {
            sums.setLong(0, REFUSED, sums.getLong(0, REFUSED) + rows);
        }
    }

    /** Notes that something was given a probability, and whether it came. */
    void predicted(float probability, boolean observed) {
        if (Float.isNaN(probability)) {
            return;
        }
        int bin = FIRST_BIN + BIN_WIDTH * Math.min(BINS - 1, (int) (probability * BINS));
        sums.setLong(0, bin, sums.getLong(0, bin) + 1);
        sums.setLong(0, bin + 2, sums.getLong(0, bin + 2) + (observed ? 1 : 0));
        sums.setDouble(0, bin + 4, sums.getDouble(0, bin + 4) + probability);
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
