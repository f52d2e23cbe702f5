package akin.models.rerank;

import akin.models.catalog.Items;
import java.util.function.IntBinaryOperator;

/** Counts of pairs that a function of two rows tells. */
final class Pairs {
    private Pairs() {}

    static PairCounts of(Items items, IntBinaryOperator count) {
        return (before, refs, n, into) -> {
            for (int i = 0; i < n; i++) {
                into[i] = count.applyAsInt(before, items.resolve(refs[i]));
            }
        };
    }
}
