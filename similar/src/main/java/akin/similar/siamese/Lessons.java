package akin.similar.siamese;

import akin.similar.pairs.Pair;
import java.util.List;

/** Says which pairs of a task an epoch learns, and in which order. */
interface Lessons {
    List<Pair> of(int epoch);
}
