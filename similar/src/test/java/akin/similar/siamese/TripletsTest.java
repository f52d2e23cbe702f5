package akin.similar.siamese;

import static org.assertj.core.api.Assertions.assertThat;

import akin.similar.pairs.Pair;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TripletsTest {
    private static final List<Pair> SIMILAR =
            List.of(new Pair(0, 100, true), new Pair(1, 101, true), new Pair(2, 102, true));
    private static final List<Pair> PAIRS = List.of(
            SIMILAR.get(0),
            new Pair(0, 103, false),
            new Pair(7, 100, false),
            SIMILAR.get(1),
            new Pair(1, 104, false),
            new Pair(1, 105, false),
            SIMILAR.get(2),
            new Pair(8, 108, false),
            new Pair(9, 109, false));

    private static boolean share(Pair one, Pair other) {
        return one.left() == other.left() || one.right() == other.right();
    }

    @Test
    void areSimilarPairsEachWithAnotherPairOfTheSameProduct() {
        List<Pair> triplets = new Triplets(PAIRS, List.of(), 1).of(1);

        // Of six other pairs; the product that is drawn for the last pair may be its own.
        assertThat(triplets).hasSizeBetween(8, 12);
        for (int i = 0; i < triplets.size(); i += 2) {
            assertThat(triplets.get(i).isSimilar()).isTrue();
            assertThat(triplets.get(i + 1).isSimilar()).isFalse();
            assertThat(share(triplets.get(i), triplets.get(i + 1))).isTrue();
        }
        assertThat(triplets).containsAll(SIMILAR);
    }

    @Test
    void anyOtherProductFollowsAPairWithoutOthers() {
        Triplets triplets = new Triplets(SIMILAR, List.of(), 1);

        List<Pair> drawn = IntStream.range(0, 50)
                .mapToObj(triplets::of)
                .flatMap(List::stream)
                .filter(pair -> !pair.isSimilar())
                .toList();

        assertThat(drawn).extracting(Pair::right).containsOnly(100, 101, 102);
        assertThat(drawn).noneMatch(pair -> pair.right() == pair.left() + 100);
    }

    @Test
    void aTaskOfOthersOnlyTakesTheSimilarPairsOfAllTasks() {
        List<Pair> triplets = new Triplets(List.of(new Pair(1, 102, false)), List.of(SIMILAR.get(1)), 1).of(3);

        assertThat(triplets).containsExactly(SIMILAR.get(1), new Pair(1, 102, false));
        assertThat(new Triplets(List.of(new Pair(1, 102, false)), List.of(), 1).of(3))
                .isEmpty();
    }

    @Test
    void areAFunctionOfSeedAndEpoch() {
        assertThat(new Triplets(PAIRS, List.of(), 1).of(2)).isEqualTo(new Triplets(PAIRS, List.of(), 1).of(2));
        assertThat(IntStream.range(0, 9)
                        .mapToObj(new Triplets(PAIRS, List.of(), 1)::of)
                        .distinct())
                .hasSizeGreaterThan(5);
        assertThat(IntStream.range(0, 9)
                        .mapToObj(seed -> new Triplets(PAIRS, List.of(), seed).of(1))
                        .distinct())
                .hasSizeGreaterThan(5);
    }
}
