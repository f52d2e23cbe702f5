package akin.similar.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MergingTest {
    private static Match match(String id, float score) {
        return new Match(new Facet(id, true, Double.NaN, List.of()), score, null);
    }

    @Test
    void mergesInOrderByIdAmongEquals() {
        List<Match> a = List.of(match("d", 0.9f), match("b", 0.5f), match("a", 0.1f));
        List<Match> b = List.of(match("c", 0.5f), match("e", 0.3f));

        assertThat(Merging.merge(a, b, 4))
                .extracting(match -> match.item().id())
                .containsExactly("d", "b", "c", "e");
        assertThat(Merging.merge(b, List.of(), 4)).isEqualTo(b);
    }
}
