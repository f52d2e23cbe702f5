package akin.models.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import akin.models.component.RankedPool;
import akin.models.memory.Memory;
import akin.models.ranking.Candidates;
import akin.models.ranking.Query;
import akin.models.ranking.Ranker;
import java.util.List;
import org.junit.jupiter.api.Test;

class QualityTest {
    /** Scores a row by a fixed list. */
    private record Fixed(String name, float... scoreOfRow) implements Ranker {
        @Override
        public void score(Query query, Candidates candidates, float[] scores) {
            for (int i = 0; i < candidates.size(); i++) {
                scores[i] = scoreOfRow[candidates.row(i)];
            }
        }
    }

    @Test
    void figuresHaveClosedForms() {
        Figures figures = Figures.NONE.plus(1).plus(3).plus(7).plus(15).plus(25).plus(0);

        assertThat(figures.positions()).isEqualTo(6);
        assertThat(figures.pooled()).isEqualTo(5);
        assertThat(figures.hits5()).isEqualTo(2);
        assertThat(figures.hits10()).isEqualTo(3);
        assertThat(figures.hits20()).isEqualTo(4);
        assertThat(figures.mrr20()).isCloseTo(1 + 1 / 3.0 + 1 / 7.0 + 1 / 15.0, within(1e-12));
        assertThat(figures.ndcg10()).isCloseTo(1 + 0.5 + 1 / 3.0, within(1e-12));
        assertThat(figures.share(3)).isEqualTo(0.5);
        assertThat(Figures.NONE.share(0)).isZero();
        assertThat(figures.plus(figures).positions()).isEqualTo(12);
        assertThat(figures.plus(2).minus(figures.plus(0)).hits5()).isOne();
        assertThat(figures.minus(figures)).isEqualTo(Figures.NONE);
    }

    @Test
    void ranksTiesByPositionAndFillsSlices() {
        Candidates pool = new Candidates(4);
        for (int row = 1; row <= 4; row++) {
            pool.add(row);
        }
        Memory memory = new Memory();
        List<String> names = List.of("tied", "best");
        Ranker best = new Fixed("best", 0, 0, 0, 5, 1);
        Quality quality = new Quality(memory, names, List.of(new Fixed("tied", 0, 1, 1, 1, 9), best));

        quality.test(new RankedPool(null, new Query(), pool, pool.position(3)), Slice.CART, true);
        quality.test(new RankedPool(null, new Query(), pool, pool.position(8)), Slice.VIEW, false);

        var tied = quality.figures().get("tied");
        assertThat(tied.get(Slice.ALL).positions()).isEqualTo(2);
        assertThat(tied.get(Slice.ALL).mrr20()).isEqualTo(1 / 4.0);
        assertThat(tied.get(Slice.CART).positions()).isEqualTo(1);
        assertThat(tied.get(Slice.VIEW).pooled()).isZero();
        assertThat(tied.get(Slice.COLD).positions()).isEqualTo(1);
        assertThat(quality.figures().get("best").get(Slice.CART).mrr20()).isEqualTo(1);
        Memory later = new Memory();
        Quality withoutTied = new Quality(later, names, List.of(best));
        memory.drainDirty(later::load);
        assertThat(withoutTied.figures()).containsOnlyKeys("best");
        assertThat(withoutTied.figures().get("best"))
                .isEqualTo(quality.figures().get("best"));
    }
}
