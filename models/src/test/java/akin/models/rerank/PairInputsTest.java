package akin.models.rerank;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.catalog.Items;
import akin.models.memory.Memory;
import akin.models.ranking.Candidates;
import akin.models.ranking.Query;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairInputsTest {
    private static final int FIRST = ContextInputs.COUNT;

    private final Items items = new Items(new Memory());
    private final Candidates pool = new Candidates(4);
    private final TreeMap<String, PairCounts> counts = new TreeMap<>();

    PairInputsTest() {
        IntStream.rangeClosed(1, 4).forEach(n -> items.add("i" + n));
        IntStream.rangeClosed(1, 4).forEach(pool::add);
    }

    private float[] inputs(int position) {
        PoolInputs inputs = new PoolInputs(new Signals(List.of(), List.of(), counts), true);
        Query query = new Query().set(items, "i2", List.of("i1", "i2"), 2, 1, 1);
        PoolBatch batch = inputs.take(query, pool, List.of(), items);
        float[] row = new float[PairInputs.COUNT];
        System.arraycopy(batch.values(), batch.offset(position) + FIRST, row, 0, row.length);
        return row;
    }

    @Test
    void countsAreRelativeToTheBestOfThePool() {
        counts.put("pairs", Pairs.of(items, (before, row) -> before == 2 ? row : 0));

        assertThat(inputs(3)[0]).isEqualTo(1);
        assertThat(inputs(2)[0]).isBetween(0.9f, 0.99f);
        assertThat(inputs(3)[1]).isZero();
        assertThat(inputs(3)[4]).isEqualTo(ContextInputs.log(4));
    }

    @Test
    void theSessionsOwnVisitsDontCountForItsItems() {
        counts.put("pairs", Pairs.of(items, (before, row) -> row <= 2 ? 100 : 1));

        assertThat(inputs(0)).containsOnly(0);
        assertThat(inputs(1)).containsOnly(0);
        assertThat(inputs(2)[0]).isEqualTo(1);
    }
}
