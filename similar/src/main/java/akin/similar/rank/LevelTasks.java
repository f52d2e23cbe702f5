package akin.similar.rank;

import akin.models.random.Hash;
import akin.similar.pairs.Pair;
import akin.similar.pairs.Task;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws labelled pairs from what a catalogue says: a task per level, whose similar pairs reach the level. Of the others, half
 * reach a lower level, which makes them hard, and half are any.
 *
 * @param similar pairs drawn per product and level
 * @param others pairs drawn per similar one
 */
record LevelTasks(Gains gains, int similar, int others) {
    private static final long SEED = 0x7A5C;

    List<Task> of(List<Integer> products) {
        List<Task> tasks = new ArrayList<>();
        for (int level = 0; level < gains.levels().size(); level++) {
            Draw draw = new Draw(level, products);
            products.forEach(draw::add);
            tasks.add(new Task("gain-" + gains.levels().get(level).gain(), 1, draw.pairs));
        }
        return tasks;
    }

    /** The pairs of a level. */
    private final class Draw {
        private final int level;
        private final List<Integer> products;
        private final Map<Integer, List<Integer>> groups = new HashMap<>();
        private final Map<Integer, List<Integer>> lowerGroups = new HashMap<>();
        private final List<Pair> pairs = new ArrayList<>();
        private long drawn;

        Draw(int level, List<Integer> products) {
            this.level = level;
            this.products = products;
            put(level, groups);
            if (level + 1 < gains.levels().size()) {
                put(level + 1, lowerGroups);
            }
        }

        private void put(int of, Map<Integer, List<Integer>> into) {
            gains.members(of, products).forEach(members -> members.forEach(product -> into.put(product, members)));
        }

        void add(int product) {
            List<Integer> group = groups.getOrDefault(product, List.of());
            for (int i = 0; i < similar && group.size() > 1; i++) {
                int other = draw(group);
                if (other != product) {
                    pairs.add(new Pair(product, other, true));
                    for (int n = 0; n < others; n++) {
                        addOther(product, n % 2 == 0 ? lowerGroups.getOrDefault(product, products) : products);
                    }
                }
            }
        }

        private void addOther(int product, List<Integer> from) {
            int other = draw(from);
            if (other != product && gains.level(product, other) > level) {
                pairs.add(new Pair(product, other, false));
            }
        }

        private int draw(List<Integer> from) {
            return from.get((int) Hash.below(Hash.of(SEED, level, drawn++), from.size()));
        }
    }
}
