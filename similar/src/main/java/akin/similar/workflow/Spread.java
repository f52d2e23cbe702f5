package akin.similar.workflow;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/** Which partitions of the catalogue lie in which index: neighbouring ones together, as many in each as in the others. */
record Spread(int partitions, int indexes) implements Serializable {
    Spread {
        indexes = Math.min(indexes, partitions);
    }

    List<Integer> partitions(int index) {
        int from = (int) ((long) index * partitions / indexes);
        int to = (int) ((long) (index + 1) * partitions / indexes);
        return IntStream.range(from, to).boxed().toList();
    }
}
