package akin.models.recommender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import akin.models.Fixtures;
import akin.models.embedding.EmbeddingSettings;
import akin.models.embedding.LearningSettings;
import akin.models.loop.PlainLoop;
import akin.models.memory.Paged;
import akin.models.memory.Table;
import akin.models.memory.Vectors;
import akin.models.session.CovisitUnit;
import akin.models.shard.ShardInput;
import akin.models.shard.ShardSettings;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A recommender takes over what another one, under other settings, remembers. */
class AdoptTest {
    private static final RecommenderSettings BEFORE = settings(Components.learners(), 8, 4, 500, 256, 200);

    private final List<ShardInput> inputs = new ArrayList<>();
    private final Recommender before = new Recommender(BEFORE);

    AdoptTest() {
        PlainLoop loop = new PlainLoop(Fixtures.sessionSettings(CovisitUnit.USER), BEFORE, ShardSettings.ONE);
        Fixtures.messages(29, 50, 200, 5000).forEach(loop::add);
        loop.run(inputs::add, ranking -> {});
        inputs.subList(0, inputs.size() / 2).forEach(input -> before.take(input, ranking -> {}));
    }

    private static RecommenderSettings settings(
            List<String> learners, int dimensions, int window, int reservoir, int neighbours, int pool) {
        return Fixtures.recommenderSettings(neighbours, pool, Fixtures.embeddingSettings(dimensions, window, reservoir))
                .with(Components.with(learners));
    }

    private Recommender adopted(RecommenderSettings settings) {
        Recommender after = new Recommender(settings);
        after.adopt(before);
        return after;
    }

    private void learnTheRest(Recommender recommender) {
        long visits = recommender.visits();
        inputs.subList(inputs.size() / 2, inputs.size()).forEach(input -> recommender.take(input, ranking -> {}));
        assertThat(recommender.visits()).isGreaterThan(visits);
        recommender.report(0, true).learning().forEach((name, learning) -> {
            assertThat(learning.refused()).as(name).isZero();
            assertThat(learning.loss()).as(name).isFinite();
        });
    }

    private static Map<String, String> contents(Recommender recommender) {
        Map<String, String> contents = new TreeMap<>();
        for (Paged table : recommender.memory().tables()) {
            StringBuilder numbers = new StringBuilder(table.width() + ":");
            for (int row = 0; table.has(row); row++) {
                for (int i = 0; i < table.width(); i++) {
                    numbers.append(Integer.toHexString(bits(table, row, i))).append(' ');
                }
            }
            contents.put(table.name(), numbers.toString());
        }
        return contents;
    }

    private static int bits(Paged table, int row, int column) {
        return table instanceof Vectors vectors
                ? Float.floatToRawIntBits(vectors.get(row, column))
                : ((Table) table).getInt(row, column);
    }

    private static Vectors vectors(Recommender recommender, String name) {
        return (Vectors) recommender.memory().tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double dot(Vectors left, int row, Vectors right, int other) {
        double sum = 0;
        for (int i = 0; i < left.width() - 4; i++) {
            sum += (double) left.get(row, i) * right.get(other, i);
        }
        return sum;
    }

    @Test
    void underTheSameSettingsItIsACopy() {
        Recommender after = adopted(BEFORE);

        assertThat(after.report(0, true)).isEqualTo(before.report(0, true));
        learnTheRest(after);
        learnTheRest(before);
        assertThat(HexFormat.of().formatHex(after.memory().digest()))
                .isEqualTo(HexFormat.of().formatHex(before.memory().digest()));
    }

    @ParameterizedTest
    @CsvSource({"12", "7", "4", "1"})
    void otherDimensionsTouchOnlyWhatHasDimensions(int dimensions) {
        Recommender after = adopted(settings(Components.learners(), dimensions, 4, 500, 256, 200));
        Map<String, String> expected = contents(before);
        Map<String, String> actual = contents(after);
        expected.keySet()
                .removeIf(name -> name.endsWith(".items") && !name.startsWith("features")
                        || name.endsWith(".history")
                        || name.endsWith(".contexts")
                        || name.equals("neighbours.cells")
                        || name.matches("(stamp|narm)\\.(directory|parameters|adam.*)"));

        assertThat(expected).hasSizeGreaterThan(15);
        expected.forEach(
                (name, numbers) -> assertThat(actual.get(name)).as(name).isEqualTo(numbers));
        learnTheRest(after);
    }

    private static RecommenderSettings adam(int dimensions) {
        EmbeddingSettings usual = Fixtures.embeddingSettings(dimensions, 4, 500);
        EmbeddingSettings adam = new EmbeddingSettings(
                dimensions,
                usual.seed(),
                usual.examples(),
                usual.batches(),
                new LearningSettings(LearningSettings.Optimizer.ADAM, 0.01, 0, 1e-6, 10),
                usual.windows(),
                usual.neighbours());
        return Fixtures.recommenderSettings(256, 200, adam).with(Components.with(Components.learners()));
    }

    @Test
    void anotherOptimizerStartsWithTheVectorsAndBiases() {
        Recommender after = adopted(adam(8));
        Vectors left = vectors(before, "supervised.items");
        Vectors right = vectors(after, "supervised.items");
        double learned = 0;
        for (int slot = 0; left.has(slot); slot++) {
            boolean started = left.get(slot, left.width() - 1) != 0;
            for (int i = 0; i <= 8 && started; i++) {
                assertThat(right.get(slot, i)).isEqualTo(left.get(slot, i));
                learned += Math.abs(left.get(slot, i));
            }
        }

        assertThat(right.width()).isGreaterThan(left.width());
        assertThat(learned).isPositive();
        learnTheRest(after);
    }

    @ParameterizedTest
    @CsvSource({"12", "5"})
    void anOptimizerWithStateOfEachDimensionTakesItAlong(int dimensions) {
        Recommender adam = adopted(adam(8));
        learnTheRest(adam);
        Recommender after = new Recommender(adam(dimensions));
        after.adopt(adam);
        int means = dimensions + 1 + 5;
        double total = squares(adam, 8 + 1 + 5, 8);

        assertThat(squares(after, means, dimensions) / total).isBetween(dimensions < 8 ? 1e-3 : 1 - 1e-6, 1 + 1e-6);
        learnTheRest(after);
    }

    @Test
    void moreDimensionsHardlyChangeProducts() {
        Recommender after = adopted(settings(Components.learners(), 20, 4, 500, 256, 200));
        for (int row = 1; row < 100; row++) {
            assertThat(product(after, "item2vec.items", row, "item2vec.contexts", 100 - row))
                    .isEqualTo(product(before, "item2vec.items", row, "item2vec.contexts", 100 - row));
            // One table has to get something to learn from in its new dimensions.
            assertThat(product(after, "supervised.items", row, "supervised.items", 100 - row))
                    .isCloseTo(product(before, "supervised.items", row, "supervised.items", 100 - row), within(0.02));
        }
    }

    private static double product(Recommender recommender, String left, int row, String right, int other) {
        return dot(vectors(recommender, left), row, vectors(recommender, right), other);
    }

    /** The error of all dot products is what lies outside the axes: least for the leading ones, none once all are kept. */
    @Test
    void fewerDimensionsKeepWhatMostOfTheLengthIsIn() {
        double total = squares(before, 8);
        double[] kept = new double[8];
        for (int dimensions = 1; dimensions < 8; dimensions++) {
            kept[dimensions] =
                    squares(adopted(settings(Components.learners(), dimensions, 4, 500, 256, 200)), dimensions) / total;
            assertThat(kept[dimensions]).isGreaterThan(dimensions / 8.0).isLessThan(1);
            assertThat(kept[dimensions]).isGreaterThan(kept[dimensions - 1]);
        }
        // Each further axis carries no more than the one before.
        for (int dimensions = 2; dimensions < 8; dimensions++) {
            assertThat(kept[dimensions] - kept[dimensions - 1])
                    .isLessThanOrEqualTo(kept[dimensions - 1] - kept[dimensions - 2] + 1e-6);
        }
    }

    private static double squares(Recommender recommender, int dimensions) {
        return squares(recommender, 0, dimensions);
    }

    private static double squares(Recommender recommender, int from, int n) {
        double sum = 0;
        Vectors vectors = vectors(recommender, "supervised.items");
        for (int row = 0; vectors.has(row); row++) {
            for (int i = from; i < from + n; i++) {
                sum += (double) vectors.get(row, i) * vectors.get(row, i);
            }
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource({"10", "300"})
    void otherPoolsKeepTheMostPopular(int size) {
        Recommender after = adopted(settings(Components.learners(), 8, 4, 500, 256, size));
        Table left = table(before, "categories.popular");
        Table right = table(after, "categories.popular");

        for (int node = 1; left.has(node) && right.has(node); node++) {
            int kept = Math.min(size, left.getInt(node, 0));
            assertThat(right.getInt(node, 0)).isEqualTo(kept);
            for (int i = 1; i <= kept; i++) {
                assertThat(right.getInt(node, i)).isEqualTo(left.getInt(node, i));
            }
        }
        assertThat(left.getInt(1, 0)).isGreaterThan(10);
        learnTheRest(after);
    }

    @ParameterizedTest
    @CsvSource({"8", "500"})
    void otherNeighbourhoodsLearnOn(int neighbours) {
        learnTheRest(adopted(settings(Components.learners(), 8, 4, 500, neighbours, 200)));
    }

    @Test
    void learnersComeAndGo() {
        Recommender after = adopted(settings(List.of("personalized"), 8, 4, 500, 256, 200));

        assertThat(after.report(0, true).learning())
                .isEqualTo(
                        Map.of("personalized", before.report(0, true).learning().get("personalized")));
        learnTheRest(after);
    }

    @ParameterizedTest
    @CsvSource({"4, 100", "4, 2000", "2, 500", "6, 700"})
    void otherReservoirsKeepTheNewestExamples(int window, int reservoir) {
        Recommender after = adopted(settings(Components.learners(), 8, window, reservoir, 256, 200));
        Table left = ring(before);
        Table right = ring(after);
        long seen = state(before).getLong(0, 0);
        long kept = Math.min(Math.min(seen, 500), reservoir);

        assertThat(state(after).getLong(0, 0)).isEqualTo(kept);
        assertThat(kept - state(after).getLong(0, 2))
                .isEqualTo(seen - state(before).getLong(0, 2));
        for (int back = 1; back <= kept; back++) {
            int from = (int) ((seen - back) % 500);
            int to = (int) ((kept - back) % reservoir);
            int items = Math.min(window, left.getInt(from, 3));
            assertThat(right.getInt(to, 3)).isEqualTo(items);
            for (int i :
                    IntStream.range(0, 4 + items).filter(column -> column != 3).toArray()) {
                assertThat(right.getInt(to, i)).isEqualTo(left.getInt(from, i));
            }
        }
        learnTheRest(after);
    }

    private static Table ring(Recommender recommender) {
        return table(recommender, "examples");
    }

    private static Table state(Recommender recommender) {
        return table(recommender, "examples.state");
    }

    private static Table table(Recommender recommender, String name) {
        return (Table) recommender.memory().tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
