package akin.similar.pairs;

import java.util.List;

/**
 * Pairs that say what similar means, of one origin.
 *
 * @param weight of its loss among those of all tasks
 */
public record Task(String name, double weight, List<Pair> pairs) {
    public Task {
        if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("weight of task '" + name + "' is " + weight + ", must be above 0");
        }
        pairs = List.copyOf(pairs);
    }

    public long positives() {
        return pairs.stream().filter(Pair::isSimilar).count();
    }
}
