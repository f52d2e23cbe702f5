package akin.models.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.Fixtures;
import akin.models.component.Learning;
import akin.models.event.EventType;
import akin.models.memory.Vectors;
import akin.models.recommender.Components;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams in which something is hidden, and whether the learners find it in one pass. */
class PlantedTest {
    private static final int CLUSTERS = 5;
    private static final int PER_CLUSTER = 8;
    private static final int SESSIONS = 800;
    private static final List<String> ITEMS =
            IntStream.range(0, CLUSTERS * PER_CLUSTER).mapToObj(i -> "i" + i).toList();

    private static World clustered;

    private static Tuning tuning() {
        Tuning tuning = new Tuning();
        tuning.dimensions = 16;
        tuning.negatives = 16;
        tuning.byPopularity = true;
        tuning.replays = 2;
        tuning.clip = 10;
        tuning.forgetting = 1e-5;
        tuning.l2 = 1e-5;
        tuning.supervised = Loss.SOFTMAX;
        return tuning;
    }

    private static int cluster(int item) {
        return item / PER_CLUSTER;
    }

    /** Each session walks about in one cluster. */
    @BeforeAll
    static void walk() {
        clustered = new World(tuning());
        Random random = new Random(1);
        long now = Fixtures.START;
        for (int session = 0; session < SESSIONS; session++) {
            int cluster = random.nextInt(CLUSTERS);
            List<String> window = new ArrayList<>();
            for (int visit = 0; visit < 6; visit++) {
                String item = ITEMS.get(cluster * PER_CLUSTER + random.nextInt(PER_CLUSTER));
                clustered.visit(item, EventType.VIEW, List.copyOf(window), now);
                window.add(item);
                now += Duration.ofSeconds(1).toMillis();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"item2vec", "personalized", "personalized-cart", "supervised"})
    void anItemIsNearestToThoseOfItsCluster(String name) {
        int right = 0;
        double within = 0;
        double across = 0;
        for (int item = 0; item < ITEMS.size(); item++) {
            int anchor = item;
            float[] scores = clustered.scores(name, List.of(ITEMS.get(item)), ITEMS);
            List<Integer> others = IntStream.range(0, ITEMS.size())
                    .filter(other -> other != anchor)
                    .boxed()
                    .sorted(Comparator.comparing(other -> -scores[other]))
                    .toList();
            right += (int) others.subList(0, PER_CLUSTER - 1).stream()
                    .filter(other -> cluster(other) == cluster(anchor))
                    .count();
            for (int other : others) {
                if (cluster(other) == cluster(anchor)) {
                    within += scores[other] / (PER_CLUSTER - 1);
                } else {
                    across += scores[other] / (ITEMS.size() - PER_CLUSTER);
                }
            }
        }

        assertThat(right).isGreaterThan((int) (0.95 * ITEMS.size() * (PER_CLUSTER - 1)));
        assertThat(within / ITEMS.size()).isGreaterThan(across / ITEMS.size() + 0.1);
    }

    @Test
    void lossesFallBelowThoseOfChance() {
        World early = new World(tuning());
        Random random = new Random(1);
        for (int i = 0; i < 16; i++) {
            early.visit(
                    ITEMS.get(random.nextInt(ITEMS.size())),
                    EventType.VIEW,
                    List.of(ITEMS.get(random.nextInt(ITEMS.size()))),
                    Fixtures.START);
        }
        for (String name : Components.learners()) {
            assertThat(loss(clustered, name)).as(name).isLessThan(0.8 * loss(early, name));
        }
    }

    private static double loss(World world, String name) {
        Learning figures = world.figures().get(name);
        return figures.loss() / figures.examples();
    }

    /** Only the newest item tells the next one; the others are there by chance. */
    @Test
    void placesThatTellNothingLoseTheirWeight() {
        Tuning tuning = tuning();
        tuning.learners = List.of("personalized");
        World world = new World(tuning);
        Random random = new Random(2);
        int n = 20;
        for (int i = 0; i < 8000; i++) {
            List<String> window = new ArrayList<>();
            for (int place = 0; place < 3; place++) {
                window.add(ITEMS.get(random.nextInt(n)));
            }
            int newest = random.nextInt(n);
            window.add(ITEMS.get(newest));
            world.visit(ITEMS.get((newest + 7) % n), EventType.VIEW, window, Fixtures.START + i);
        }
        Vectors positions = world.vectors("personalized.positions");

        for (int place = 1; place < 4; place++) {
            assertThat(positions.get(0, place)).isLessThan(0.5f * positions.get(0, 0));
        }
        for (int newest = 0; newest < n; newest++) {
            float[] scores = world.scores("personalized", List.of(ITEMS.get(newest)), ITEMS.subList(0, n));
            int next = (newest + 7) % n;
            assertThat(IntStream.range(0, n).allMatch(i -> i == next || scores[i] < scores[next]))
                    .isTrue();
        }
    }

    /** Each place tells the next item less often than the place after it. */
    @Test
    void weightsFallWithDistance() {
        Tuning tuning = tuning();
        tuning.learners = List.of("personalized");
        World world = new World(tuning);
        Random random = new Random(3);
        for (int i = 0; i < 30_000; i++) {
            int next = random.nextInt(CLUSTERS);
            List<String> window = new ArrayList<>();
            for (int place = 3; place >= 0; place--) {
                boolean tells = random.nextInt(4) >= place;
                int cluster = tells ? next : random.nextInt(CLUSTERS);
                window.add(ITEMS.get(cluster * PER_CLUSTER + random.nextInt(PER_CLUSTER)));
            }
            String item = ITEMS.get(next * PER_CLUSTER + random.nextInt(PER_CLUSTER));
            world.visit(item, EventType.VIEW, window, Fixtures.START + i);
        }
        Vectors positions = world.vectors("personalized.positions");

        for (int place = 1; place < 4; place++) {
            assertThat(positions.get(0, place)).isLessThan(positions.get(0, place - 1));
        }
    }
}
