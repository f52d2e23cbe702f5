package akin.models.rerank;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Random;
import org.junit.jupiter.api.Test;

class CandidateRankNetworkTest {
    private static final List<String> SOURCES = List.of("first", "second");
    private static final int POOL = 30;

    private final Memory memory = new Memory();
    private final Items items = new Items(new Memory());
    private final Parameters parameters = new Parameters(memory, "cre", 1);
    private final PoolInputs inputs = new PoolInputs(SOURCES, 1);
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

    private CandidateRankNetwork network(boolean ranks) {
        return new CandidateRankNetwork(parameters, SOURCES, List.of("row"), new CreSettings(5, ranks, 0.01, 1));
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

    private void take(Candidates pool) {
        Query query = new Query().set(items, "i3", List.of("i5", "i3"), 2, 1, 1);
        inputs.take(query, pool, List.of(ranker), items);
    }

    @Test
    void gradientsAreThoseOfFiniteDifferences() {
        CandidateRankNetwork network = network(true);
        Gradients.scatter(parameters, 4);
        take(pool(new Random(1)));
        network.score(inputs);
        double loss = network.differentiate(4);

        assertThat(loss).isEqualTo(loss(network));
        Gradients.checkParameters(parameters, () -> loss(network));
    }

    private double loss(CandidateRankNetwork network) {
        Matrix scores = Gradients.copy(network.score(inputs));
        return Softmax.crossEntropy(scores.values(), 0, POOL, 4);
    }

    /** What shoppers choose falls off with the rank, and depends on nothing else. */
    @Test
    void givesBackTheOrderOfOneGenerator() {
        CandidateRankNetwork network = network(true);
        Adam adam = new Adam(memory, parameters, AdamSettings.atRate(0.003));
        Random random = new Random(3);
        for (int choice = 0; choice < 6000; choice++) {
            take(pool(random));
            network.score(inputs);
            network.differentiate((int) (10 * random.nextDouble() * random.nextDouble()));
            adam.step();
        }
        take(pool(random));
        float[] scores = network.score(inputs).values();

        for (int position = 1; position < 9; position++) {
            assertThat(scores[position]).as("rank %d", position + 1).isLessThan(scores[position - 1]);
        }
    }

    @Test
    void aSwitchRemovesTheEmbeddingsOfRanks() {
        CandidateRankNetwork network = network(false);
        Gradients.scatter(parameters, 4);
        take(pool(new Random(1)));
        network.score(inputs);
        network.differentiate(4);

        for (int n = 0; n < 2; n++) {
            assertThat(gradient("rank." + SOURCES.get(n))).containsOnly(0);
        }
        assertThat(gradient("context")).isNotEqualTo(new float[gradient("context").length]);
    }

    private float[] gradient(String name) {
        return Gradients.of(parameters, name);
    }

    @Test
    void aPoolOfOneIsCertain() {
        CandidateRankNetwork network = network(true);
        Candidates one = new Candidates(1, SOURCES);
        one.add(7);
        take(one);
        network.score(inputs);

        assertThat(network.differentiate(0)).isZero();
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
