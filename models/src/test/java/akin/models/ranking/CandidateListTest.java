package akin.models.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class CandidateListTest {
    @Property(seed = "1")
    void keepsTheBestInOrder(
            @ForAll @Size(max = 200) List<@IntRange(max = 50) Integer> scores, @ForAll @IntRange(max = 220) int most) {
        CandidateList list = new CandidateList();
        list.clear(most);
        for (int row = 0; row < scores.size(); row++) {
            list.add(scores.get(row), row);
        }
        list.sort();

        List<Integer> best = IntStream.range(0, scores.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(scores::get).reversed().thenComparing(row -> row))
                .limit(most)
                .toList();
        assertThat(IntStream.range(0, list.size()).mapToObj(list::row)).containsExactlyElementsOf(best);
    }
}
