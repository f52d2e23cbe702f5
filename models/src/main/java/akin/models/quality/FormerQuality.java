package akin.models.quality;

import akin.models.memory.Memory;
import akin.models.memory.Table;
import java.util.List;

/** The sums of version 0.1.0, where all rankers' lay in one table: a row per ranker and slice. */
final class FormerQuality {
    /** The rankers there were, in the order of their rows. */
    private static final List<String> RANKERS = List.of(
            "covisit-jaccard",
            "covisit-cosine",
            "covisit-count",
            "popular",
            "item2vec",
            "personalized",
            "personalized-cart",
            "supervised");

    private static final int SLICES = 5;

    private final Table sums;

    FormerQuality(Memory memory, int width) {
        sums = memory.formerTable("quality", width);
    }

    /** Copies the sums of a ranker. */
    void moveTo(Table table, String ranker) {
        int first = RANKERS.indexOf(ranker) * SLICES;
        for (int slice = 0; first >= 0 && slice < SLICES && sums.has(first + slice); slice++) {
            for (int column = 0; column < sums.width(); column++) {
                table.setInt(slice, column, sums.getInt(first + slice, column));
            }
        }
    }

    void clear() {
        sums.drop();
    }
}
