package akin.models.rerank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import akin.models.catalog.Items;
import akin.models.kernel.Matrix;
import akin.models.layers.Adam;
import akin.models.layers.AdamSettings;
import akin.models.layers.Gradients;
import akin.models.layers.Parameters;
import akin.models.layers.Softmax;
import akin.models.memory.Memory;
import akin.models.ranking.Candidates;
import akin.models.ranking.Query;
import akin.models.ranking.Ranker;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CandidateRankNetworkTest {
    private static final List<String> SOURCES = List.of("first", "second");
    private static final int POOL = 30;

    private final Memory memory = new Memory();
    private final Items items = new Items(new Memory());
    private final Parameters parameters = new Parameters(memory, "cre", 1);
    private final PoolInputs inputs = new PoolInputs(
            new Signals(
                    SOURCES,
                    List.of("row"),
                    new TreeMap<>(Map.of("near", Pairs.of(items, (before, row) -> row % before)))),
            true);
    private final Ranker ranker = new ByRow();

    /** Scores rows 1, 2, … upwards. */
    private static final class ByRow implements Ranker {
        @Override
        public String name() {
            return "row";
        }

        @Override
        public void score(Query query, Candidates candidates, float[] scores) {
            for (int i = 0; i < candidates.size(); i++) {
                scores[i] = candidates.row(i);
            }
        }
    }

    CandidateRankNetworkTest() {
        for (int i = 1; i <= POOL; i++) {
            items.add("i" + i);
            for (int visit = 0; visit < i % 7; visit++) {
                items.visited(i);
            }
        }
    }

    private static CreSettings settings(boolean ranks) {
        return new CreSettings(
                5,
                ranks,
                true,
                new PoolLearningSettings(0.01, 10, 1, 0, 10, POOL, 0, 1),
                new GeneratorCreSettings(100, 0, 1),
                1);
    }

    private CandidateRankNetwork network(boolean ranks) {
        return new CandidateRankNetwork(parameters, inputs, settings(ranks));
    }

    /** Candidates in the order of the first source; the second one names every third. */
    private Candidates pool(Random random) {
        Candidates pool = new Candidates(POOL, SOURCES);
        List<Integer> rows =
                random.ints(1, POOL + 1).distinct().limit(POOL).boxed().toList();
        for (int row : rows) {
            int position = pool.add(row);
            pool.name(0, position, position + 1, 5f / (position + 1));
            if (position % 3 == 0) {
                pool.name(1, position, POOL / 3 - position / 3, position);
            }
        }
        return pool;
    }

    private PoolBatch take(Candidates pool) {
        Query query = new Query().set(items, "i3", List.of("i5", "i3"), 2, 1, 1);
        return inputs.take(query, pool, List.of(ranker), items);
    }

    /** A batch of pools of each of which a candidate was chosen. */
    private PoolBatch batch(Random random, int... targets) {
        StoredPools stored = new StoredPools(new Memory(), settings(true), inputs);
        PoolBatch batch = new PoolBatch(SOURCES.size(), inputs.width());
        batch.clear(targets.length * POOL);
        int[] refs = IntStream.rangeClosed(1, POOL).map(items::ref).toArray();
        for (int target : targets) {
            stored.add(take(pool(random)), refs, target);
            stored.read(stored.reservoir().stored() - 1, items, batch);
        }
        return batch;
    }

    @Test
    void gradientsAreThoseOfFiniteDifferences() {
        CandidateRankNetwork network = network(true);
        Gradients.scatter(parameters, 4);
        PoolBatch batch = batch(new Random(1), 4, 0, 17);
        network.score(batch);
        double loss = network.differentiate();

        assertThat(loss).isCloseTo(loss(network, batch), within(1e-6));
        Gradients.checkParameters(parameters, () -> loss(network, batch));
    }

    private static double loss(CandidateRankNetwork network, PoolBatch batch) {
        Matrix scores = Gradients.copy(network.score(batch));
        double loss = 0;
        for (int pool = 0; pool < batch.pools().size(); pool++) {
            loss += Softmax.crossEntropy(scores.values(), batch.pools().start(pool), POOL, 0);
        }
        return loss / batch.pools().size();
    }

    /** What shoppers choose falls off with the rank, and depends on nothing else. */
    @Test
    void givesBackTheOrderOfOneGenerator() {
        CandidateRankNetwork network = network(true);
        Adam adam = new Adam(memory, parameters, AdamSettings.atRate(0.003));
        Random random = new Random(3);
        for (int choice = 0; choice < 6000; choice++) {
            network.score(batch(random, (int) (10 * random.nextDouble() * random.nextDouble())));
            network.differentiate();
            adam.step();
        }
        float[] scores = network.score(take(pool(random))).values();

        for (int position = 1; position < 9; position++) {
            assertThat(scores[position]).as("rank %d", position + 1).isLessThan(scores[position - 1]);
        }
    }

    @Test
    void aSwitchRemovesTheEmbeddingsOfRanks() {
        CandidateRankNetwork network = network(false);
        Gradients.scatter(parameters, 4);
        network.score(batch(new Random(1), 4));
        network.differentiate();

        for (int n = 0; n < 2; n++) {
            assertThat(gradient("rank." + SOURCES.get(n))).containsOnly(0);
        }
        assertThat(gradient("context")).isNotEqualTo(new float[gradient("context").length]);
    }

    private float[] gradient(String name) {
        return Gradients.of(parameters, name);
    }

    @Test
    void ranksFarDownShareAnEmbedding() {
        assertThat(RankBuckets.of(0)).isZero();
        assertThat(RankBuckets.of(10)).isEqualTo(10);
        assertThat(RankBuckets.of(11)).isEqualTo(RankBuckets.of(15)).isEqualTo(11);
        assertThat(RankBuckets.of(16)).isEqualTo(12);
        assertThat(RankBuckets.of(50)).isEqualTo(14);
        assertThat(RankBuckets.of(51)).isEqualTo(RankBuckets.of(1000)).isEqualTo(RankBuckets.COUNT - 1);
    }
}
