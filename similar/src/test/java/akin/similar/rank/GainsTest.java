package akin.similar.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akin.similar.catalogue.Product;
import akin.similar.pairs.Pair;
import akin.similar.pairs.Task;
import akin.similar.settings.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GainsTest {
    private static final List<Gains.Level> LEVELS =
            List.of(Gains.Level.parse("1=type"), Gains.Level.parse("3=title"), Gains.Level.parse("2=type,colour"));

    private static Product product(int id, String title, String type, String colour) {
        Map<String, String> attributes =
                type == null ? Map.of("colour", colour) : Map.of("type", type, "colour", colour);
        return new Product(String.valueOf(id), title, null, List.of("x"), null, Double.NaN, attributes, null, true);
    }

    private final List<Product> products = List.of(
            product(0, "a", "shirt", "red"),
            product(1, "a", "shoe", "blue"),
            product(2, "b", "shirt", "red"),
            product(3, "c", "shirt", "blue"),
            product(4, "d", null, "red"),
            product(5, "e", null, "red"));

    private final Gains gains = new Gains(LEVELS, products);

    @Test
    void aPairHasTheGainOfTheHighestLevel() {
        assertThat(gains.of(0, 1)).isEqualTo(3);
        assertThat(gains.of(0, 2)).isEqualTo(2);
        assertThat(gains.of(0, 3)).isEqualTo(1);
        assertThat(gains.of(1, 3)).isZero();
        assertThat(gains.of(4, 5)).as("what is missing is not the same").isZero();
        assertThat(gains.levels()).extracting(Gains.Level::gain).containsExactly(3.0, 2.0, 1.0);
        assertThat(gains.members(1, List.of(0, 1, 2, 3, 4))).containsExactly(List.of(0, 2), List.of(1), List.of(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x=type", "2", "2=", "-1=type", "=type", "NaN=type", "1=type,,colour"})
    void saysWhatALevelIs(String text) {
        assertThatThrownBy(() -> Gains.Level.parse(text))
                .isInstanceOf(UsageException.class)
                .hasMessage("--gain " + text + ": a number from 0 to 100, =, and properties, such as 2=gender,colour");
    }

    @Test
    void tasksHoldTheirLevel() {
        List<Product> many = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            many.add(product(i, "t" + i % 60, "type" + i % 3, "colour" + i % 5));
        }
        Gains ofMany = new Gains(LEVELS, many);
        List<Integer> train = IntStream.range(0, 150).boxed().toList();
        List<Task> tasks = new LevelTasks(ofMany, 3, 4).of(train);

        assertThat(tasks).extracting(Task::name).containsExactly("gain-3.0", "gain-2.0", "gain-1.0");
        for (int level = 0; level < 3; level++) {
            assertThat(tasks.get(level).positives()).isPositive();
            for (Pair pair : tasks.get(level).pairs()) {
                assertThat(ofMany.level(pair.left(), pair.right()) <= level).isEqualTo(pair.isSimilar());
                assertThat(pair.left()).isLessThan(150).isNotEqualTo(pair.right());
                assertThat(pair.right()).isLessThan(150);
            }
        }
        assertThat(new LevelTasks(ofMany, 3, 4).of(train)).isEqualTo(tasks);
    }

    @Test
    void variantsOfAProductStayInOnePart() {
        List<Product> many = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            many.add(product(i, "t" + i % 400, "type", "colour"));
        }
        Parts parts = Parts.of(many);

        assertThat(parts.train()).hasSizeBetween(500, 700);
        assertThat(parts.valid()).hasSizeBetween(130, 270);
        assertThat(parts.train().size() + parts.valid().size() + parts.test().size())
                .isEqualTo(1000);
        assertThat(parts.test()).allMatch(i -> i < 400 || parts.test().contains(i % 400));
    }
}
