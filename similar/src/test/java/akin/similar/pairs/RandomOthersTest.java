package akin.similar.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomOthersTest {
    private static List<Pair> similar(int pairs) {
        List<Pair> all = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            all.add(new Pair(2 * i, 2 * i + 1, true));
        }
        return all;
    }

    @Test
    void asManyAsLackAreDrawnEachOnce() {
        List<Pair> pairs = similar(50);
        pairs.add(new Pair(0, 3, false));

        List<Pair> drawn = new RandomOthers(5).draw(pairs, 1);

        assertThat(drawn).hasSizeBetween(230, 249).noneMatch(Pair::isSimilar);
        Set<Long> keys = new HashSet<>();
        pairs.forEach(pair -> keys.add(pair.key()));
        drawn.forEach(pair -> assertThat(keys.add(pair.key())).isTrue());
        assertThat(new RandomOthers(5).draw(pairs, 1)).isEqualTo(drawn);
        assertThat(new RandomOthers(5).draw(pairs, 2)).isNotEqualTo(drawn);
    }

    @Test
    void noneAreDrawnWhereThereAreEnoughOrNoOtherProducts() {
        List<Pair> pairs = similar(1);

        assertThat(new RandomOthers(5).draw(pairs, 1)).isEmpty();
        assertThat(new RandomOthers(5).draw(List.of(), 1)).isEmpty();
        pairs.add(new Pair(0, 3, false));
        assertThat(new RandomOthers(1).draw(pairs, 1)).isEmpty();
    }
}
