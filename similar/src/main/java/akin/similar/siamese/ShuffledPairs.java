package akin.similar.siamese;

import akin.models.random.Hash;
import akin.similar.pairs.Pair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Each pair once, in an order that is a hash of seed and epoch.
 *
 * @param seed of the task
 */
record ShuffledPairs(List<Pair> pairs, long seed) implements Lessons {
    @Override
    public List<Pair> of(int epoch) {
        List<Pair> order = new ArrayList<>(pairs);
        for (int i = order.size() - 1; i > 0; i--) {
            Collections.swap(order, i, (int) Hash.below(Hash.of(seed, epoch, i), i + 1));
        }
        return order;
    }
}
