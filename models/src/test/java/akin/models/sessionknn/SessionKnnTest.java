package akin.models.sessionknn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import akin.models.catalog.Items;
import akin.models.memory.Memory;
import akin.models.memory.Table;
import akin.models.settings.InvalidSettingsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionKnnTest {
    private static final int ITEMS = 40;
    private static final long NOBODY = -1;

    /** Small enough that sessions, lists and neighbours all run over. */
    private static final SessionKnnSettings SMALL = new SessionKnnSettings(30, 4, 20, 8, 3, 2, 3, true);

    private static final SessionKnnSettings USUAL = new SessionKnnSettings(1000, 20, 500, 200, 9, 2, 3, true);

    /** A model over {@value #ITEMS} items in rows 1, 2, … */
    private static final class Model {
        final Memory memory = new Memory();
        final Items items = new Items(memory);
        final SessionKnn knn;

        Model(SessionKnnSettings settings) {
            knn = new SessionKnn(memory, settings, items);
        }

        static Model withItems(SessionKnnSettings settings) {
            Model model = new Model(settings);
            for (int i = 1; i <= ITEMS; i++) {
                model.items.add("item" + i);
            }
            return model;
        }

        Map<Integer, Double> find(long session, List<Integer> window) {
            int n = knn.find(session, window.stream().mapToInt(i -> i).toArray(), window.size());
            Map<Integer, Double> scores = new TreeMap<>();
            for (int i = 0; i < n; i++) {
                scores.put(knn.row(i), (double) knn.score(i));
                assertThat(knn.scoreOf(knn.row(i))).isEqualTo(knn.score(i));
            }
            assertThat(scores).hasSize(n);
            return scores;
        }

        void learn(long session, int... rows) {
            for (int row : rows) {
                knn.learn(session, row);
            }
        }

        Model restored(SessionKnnSettings settings) {
            Model other = new Model(settings);
            memory.forEachPage(other.memory::load);
            other.items.loaded();
            other.knn.loaded();
            return other;
        }

        Table table(String name) {
            return memory.tables().stream()
                    .filter(table -> table.name().equals(name))
                    .map(Table.class::cast)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Shoppers who come and go, several at a time, with popular items. */
    private static int row(Random random) {
        return 1 + (int) (ITEMS * random.nextDouble() * random.nextDouble());
    }

    private static List<Integer> window(Random random) {
        List<Integer> window = new ArrayList<>();
        for (int n = random.nextInt(6); n >= 0; n--) {
            window.add(row(random));
        }
        return window;
    }

    private static void assertEqual(Map<Integer, Double> actual, Map<Integer, Double> expected) {
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        actual.forEach((row, score) ->
                assertThat(score).as("row %d", row).isCloseTo(expected.get(row), withinPercentage(0.01)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void findsWhatBruteForceFinds(boolean usual) {
        SessionKnnSettings settings = usual ? USUAL : SMALL;
        Model model = Model.withItems(settings);
        Naive naive = new Naive(settings);
        Random random = new Random(1);
        for (int visit = 0; visit < 3000; visit++) {
            long session = visit / 12 + random.nextInt(5);
            int row = row(random);
            model.knn.learn(session, row);
            naive.learn(session, row);
            if (visit % 10 == 0) {
                long own = random.nextBoolean() ? session : NOBODY;
                List<Integer> window = window(random);
                assertEqual(model.find(own, window), naive.find(own, window));
            }
            if (visit % 701 == 700) {
                forget(model, naive, row);
            }
        }
    }

    /** The item goes, and another one takes its row. */
    private static void forget(Model model, Naive naive, int row) {
        model.knn.forget(row);
        model.items.remove(row);
        model.items.add("after" + row);
        naive.forget(row);
    }

    @Test
    void knowsNothingOfAShopperWhoIsAlone() {
        Model model = Model.withItems(USUAL);
        model.learn(1, 5, 6, 7);

        assertThat(model.find(1, List.of(7, 6, 5))).isEmpty();
        assertThat(model.find(2, List.of())).isEmpty();
        assertThat(model.find(2, List.of(8))).isEmpty();
        assertThat(model.find(2, List.of(6))).containsOnlyKeys(5, 6, 7);
    }

    @Test
    void findsASessionFromItsSecondVisitOn() {
        Model model = Model.withItems(USUAL);
        model.learn(1, 5);
        assertThat(model.find(NOBODY, List.of(5))).isEmpty();
        model.learn(1, 6);
        assertThat(model.find(NOBODY, List.of(5))).containsOnlyKeys(5, 6);
        assertThat(model.find(NOBODY, List.of(6))).containsOnlyKeys(5, 6);
    }

    @Test
    void forgetsTheOldestSessionAndReusesWhatItTook() {
        Model model = Model.withItems(SMALL);
        model.learn(0, 1, 2);
        for (int session = 1; session <= 29; session++) {
            model.learn(session, 3, 4);
        }
        assertThat(model.find(NOBODY, List.of(1))).containsOnlyKeys(1, 2);
        model.learn(30, 3, 4);
        assertThat(model.find(NOBODY, List.of(1))).isEmpty();

        long bytes = model.memory.bytes();
        for (int session = 31; session < 5000; session++) {
            model.learn(session, 3, 4);
        }
        assertThat(model.memory.bytes()).isEqualTo(bytes);
    }

    @Test
    void chunksOfForgottenItemsAreUsedAgain() {
        Model model = Model.withItems(SMALL);
        long session = 0;
        for (int round = 0; round < 50; round++) {
            int row = 1 + round % ITEMS;
            for (int i = 0; i < 60; i++) {
                model.learn(session++, row, 1 + (row + 1) % ITEMS);
            }
            for (int item = 1; item <= ITEMS; item++) {
                model.knn.forget(item);
            }
        }
        assertThat(model.table("session-knn.chunks").pageCount()).isEqualTo(1);
    }

    @Test
    void aLongSessionIsRememberedByItsNewestItems() {
        Model model = Model.withItems(SMALL);
        for (int visit = 0; visit < 200; visit++) {
            model.learn(1, 1 + visit % ITEMS);
        }

        assertThat(model.find(NOBODY, List.of(40))).containsOnlyKeys(37, 38, 39, 40);
        assertThat(model.find(1, List.of(40))).isEmpty();
    }

    @Test
    void goesOnAfterARestoreAsIfNothingHadHappened() {
        Model model = Model.withItems(SMALL);
        Random random = new Random(1);
        for (int visit = 0; visit < 700; visit++) {
            model.knn.learn(visit / 12 + random.nextInt(5), row(random));
        }
        Model restored = model.restored(SMALL);
        for (int visit = 700; visit < 1500; visit++) {
            long session = visit / 12 + random.nextInt(5);
            int row = row(random);
            model.knn.learn(session, row);
            restored.knn.learn(session, row);
            List<Integer> window = window(random);
            assertThat(restored.find(session, window)).isEqualTo(model.find(session, window));
        }
        assertThat(restored.memory.digest()).isEqualTo(model.memory.digest());
    }

    /** Only how often items occurred in sessions that are forgotten is not known there. */
    @Test
    void remembersTheNewestSessionsUnderAnotherShape() {
        SessionKnnSettings smaller = new SessionKnnSettings(5, 3, 4, 8, 3, 2, 3, true);
        Model model = Model.withItems(SMALL);
        Model after = Model.withItems(smaller);
        Model expected = Model.withItems(smaller);
        for (int session = 0; session < 20; session++) {
            int[] rows = {1 + session % 7, 8 + session % 5, 20 + session};
            model.learn(session, rows);
            if (session >= 15) {
                expected.learn(session, rows);
            }
        }
        after.knn.adopt(model.knn);

        for (int row = 1; row <= ITEMS; row++) {
            assertThat(after.find(NOBODY, List.of(row)).keySet())
                    .isEqualTo(expected.find(NOBODY, List.of(row)).keySet());
        }
        assertThat(after.find(NOBODY, List.of(39))).containsOnlyKeys(6, 12, 39);
    }

    @Test
    void numbersGoRound() {
        Model model = Model.withItems(new SessionKnnSettings(4, 4, 20, 8, 3, 2, 3, true));
        for (int session = 0; session < 4; session++) {
            model.learn(session, 1, 2);
        }
        model.table("session-knn.count").setLong(0, 0, (1L << 32) - 4);
        for (int session = 4; session < 12; session++) {
            model.learn(session, 10 + session, 20 + session);
            assertThat(model.find(NOBODY, List.of(10 + session))).containsOnlyKeys(10 + session, 20 + session);
        }
        assertThat(model.find(NOBODY, List.of(17))).isEmpty();
        assertThat(model.find(NOBODY, List.of(18))).containsOnlyKeys(18, 28);
    }

    @Test
    void settingsSayWhatIsWrong() {
        assertThatThrownBy(() -> new SessionKnnSettings(0, 1, 501, 301, 65, 0, Double.NaN, true))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessage("session_knn.sessions is 0, allowed is a whole number from 1 to 16777216; "
                        + "session_knn.items is 1, allowed is a whole number from 2 to 100; "
                        + "session_knn.postings is 501, allowed is a whole number from 1 to 500; "
                        + "session_knn.neighbours is 301, allowed is a whole number from 1 to 300; "
                        + "session_knn.window is 65, allowed is a whole number from 1 to 64; "
                        + "session_knn.window_decay is 0.0, allowed is a number from 0.001 to 1000.0; "
                        + "session_knn.distance_decay is NaN, allowed is a number from 0.001 to 1000.0");
    }
}
