package akin.models.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import akin.models.component.RankedPool;
import akin.models.event.EventType;
import akin.models.memory.Memory;
import akin.models.memory.Paged;
import akin.models.memory.Table;
import akin.models.ranking.Candidates;
import akin.models.ranking.Query;
import akin.models.ranking.Ranker;
import akin.models.shard.Enhancement;
import akin.models.shard.Visit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QualityTest {
    private static final QualitySettings SETTINGS = new QualitySettings(true, 1, 256, 10);

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
        Ranker best = new Fixed("best", 0, 0, 0, 5, 1);
        Quality quality = new Quality(memory, SETTINGS, List.of(new Fixed("tied", 0, 1, 1, 1, 9), best));

        quality.test(new RankedPool(visit("u", 3, EventType.CART), new Query(), pool, pool.position(3)), true);
        quality.test(new RankedPool(visit("u", 8, EventType.VIEW), new Query(), pool, pool.position(8)), false);

        var tied = quality.figures().get("tied");
        assertThat(tied.get(Slice.ALL).positions()).isEqualTo(2);
        assertThat(tied.get(Slice.ALL).mrr20()).isEqualTo(1 / 4.0);
        assertThat(tied.get(Slice.CART).positions()).isEqualTo(1);
        assertThat(tied.get(Slice.VIEW).pooled()).isZero();
        assertThat(tied.get(Slice.COLD).positions()).isEqualTo(1);
        assertThat(quality.figures().get("best").get(Slice.CART).mrr20()).isEqualTo(1);
        Memory later = new Memory();
        Quality withoutTied = new Quality(later, SETTINGS, List.of(best));
        memory.drainDirty((table, number, page) -> {
            if (later.knows(table)) {
                later.load(table, number, page);
            }
        });
        withoutTied.loaded();
        assertThat(withoutTied.figures()).containsOnlyKeys("best");
        assertThat(withoutTied.figures().get("best"))
                .isEqualTo(quality.figures().get("best"));
    }

    @Test
    void sumsOfOneTableForAllRankersAreTakenOver() {
        Memory former = new Memory();
        Table sums = former.table("quality", 14);
        sums.ensure(8 * 5 - 1);
        // Carts of the fourth ranker, popular.
        sums.setLong(3 * 5 + 2, 0, 7);
        Memory memory = new Memory();
        Quality quality = new Quality(memory, SETTINGS, List.of(new Fixed("another"), new Fixed("popular")));
        former.drainDirty(memory::load);
        quality.loaded();

        assertThat(quality.figures().get("popular").get(Slice.CART).positions()).isEqualTo(7);
        assertThat(quality.figures().get("popular").get(Slice.VIEW)).isEqualTo(Figures.NONE);
        assertThat(quality.figures().get("another").get(Slice.CART)).isEqualTo(Figures.NONE);
        assertThat(memory.tables())
                .extracting(Paged::name)
                .containsExactly(
                        "quality.another", "quality.another.choices", "quality.popular", "quality.popular.choices");
        quality.loaded();
        assertThat(quality.figures().get("popular").get(Slice.CART).positions()).isEqualTo(7);
    }

    @Test
    void aSampleIsTestedAndTellsItsError() {
        QualitySettings tenth = new QualitySettings(true, 0.1, 256, 10);
        long tested = IntStream.range(0, 20_000)
                .filter(i -> tenth.tests(visit("u" + i % 300, i / 300)))
                .count();

        assertThat(tested).isBetween(1800L, 2200L);
        assertThat(tenth.tests(visit("u1", 5))).isEqualTo(tenth.tests(visit("u1", 5)));
        assertThat(new QualitySettings(true, 1, 256, 10).tests(visit("u1", 5))).isTrue();
        assertThat(new QualitySettings(false, 1, 256, 10).tests(visit("u1", 5))).isFalse();
        Figures half = new Figures(400, 400, 200, 200, 200, 0, 0);
        assertThat(half.error(half.hits10(), 0.1)).isCloseTo(Math.sqrt(0.25 / 400 * 0.9), within(1e-12));
        assertThat(half.error(half.hits10(), 1)).isZero();
    }

    @Test
    void aCartIsJudgedByWhatWasKnownBeforeTheItemWasChosen() {
        Candidates pool = new Candidates(2);
        pool.add(1);
        pool.add(2);
        Fixed ranker = new Fixed("ranker", 0, 1, 2);
        Quality quality = new Quality(new Memory(), SETTINGS, List.of(ranker));
        quality.test(new RankedPool(visit("u", 1, EventType.VIEW), new Query(), pool, 0), false);
        quality.learn(news("u", 1, EventType.CART));
        quality.learn(news("u", 1, EventType.CART));
        quality.learn(news("u", 1, EventType.PURCHASE));
        quality.learn(news("another", 1, EventType.CART));
        quality.learn(news("u", 2, EventType.CART));
        var figures = quality.figures().get("ranker");

        assertThat(figures.get(Slice.ALL).positions()).isOne();
        assertThat(figures.get(Slice.CART).positions()).isOne();
        assertThat(figures.get(Slice.CART).mrr20()).isEqualTo(1 / 2.0);
        assertThat(figures.get(Slice.PURCHASE).mrr20()).isEqualTo(1 / 2.0);
        quality.test(new RankedPool(visit("v", 1, EventType.CART), new Query(), pool, 0), false);
        quality.learn(news("v", 1, EventType.CART));
        assertThat(quality.figures().get("ranker").get(Slice.CART).positions()).isEqualTo(2);
    }

    private static Enhancement news(String user, int item, EventType type) {
        return new Enhancement(0, 0, user, 0, "i" + item, type, EventType.VIEW, List.of("a"));
    }

    @Test
    void onlyANewChoiceIsATest() {
        QualitySettings all = new QualitySettings(true, 1, 256, 10);

        assertThat(all.tests(choice(EventType.VIEW, "a", "x", "b"))).isTrue();
        assertThat(all.tests(choice(EventType.CART, "a", "b"))).isTrue();
        assertThat(all.tests(choice(EventType.CART, "a", "x", "b"))).isFalse();
    }

    private static Visit choice(EventType type, String... window) {
        return new Visit(0, 0, "u", 0, 0, type, "x", List.of(window), true, true, true, true, type, List.of());
    }

    private static Visit visit(String user, long sequence) {
        return visit(user, sequence, EventType.VIEW);
    }

    private static Visit visit(String user, long sequence, EventType type) {
        return new Visit(
                0, 0, user, sequence, 0, type, "i" + sequence, List.of(), true, true, true, true, type, List.of());
    }
}
