package akin.models.covisit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import akin.models.Fixtures;
import akin.models.catalog.Catalog;
import akin.models.event.EventType;
import akin.models.memory.Memory;
import akin.models.ranking.CandidateList;
import akin.models.ranking.Candidates;
import akin.models.ranking.Query;
import akin.models.shard.Visit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SequenceComponentTest {
    private static final int ITEMS = 20;

    private final Memory memory = new Memory();
    private final Catalog catalog =
            new Catalog(memory, Fixtures.recommenderSettings().catalog(), row -> {});
    private final SequenceComponent sequence =
            new SequenceComponent(memory, Fixtures.recommenderSettings().covisit(), catalog);

    private void learn(String item, List<String> window, boolean example) {
        catalog.visit(item, 1);
        sequence.learn(new Visit(
                0, 1, "u", 0, 7, EventType.VIEW, item, window, true, true, true, example, EventType.VIEW, List.of()));
    }

    private Query query(List<String> window) {
        return new Query().set(catalog.items(), window.get(window.size() - 1), window, window.size(), 1, 0);
    }

    private float score(String item, List<String> window) {
        Candidates one = new Candidates(1);
        one.add(catalog.items().row(item));
        float[] scores = new float[1];
        sequence.score(query(window), one, scores);
        return scores[0];
    }

    @Test
    void countsWhatComesAfterWhatByDistance() {
        Random random = new Random(1);
        Map<String, Double> counts = new HashMap<>();
        for (int visit = 0; visit < 500; visit++) {
            List<String> window = new ArrayList<>();
            for (int i = random.nextInt(6); i >= 0; i--) {
                window.add("i" + random.nextInt(ITEMS));
            }
            String item = "i" + random.nextInt(ITEMS);
            learn(item, window, true);
            for (int i = 0; i < window.size(); i++) {
                if (!window.get(i).equals(item)) {
                    counts.merge(window.get(i) + " " + item, 1.0 / (window.size() - i), Double::sum);
                }
            }
        }

        for (int a = 0; a < ITEMS; a++) {
            for (int b = 0; b < ITEMS; b++) {
                double expected = counts.getOrDefault("i" + a + " i" + b, 0.0);
                assertThat((double) score("i" + b, List.of("i" + a))).isCloseTo(expected, withinPercentage(0.01));
            }
        }
        double both = counts.getOrDefault("i3 i5", 0.0) + counts.getOrDefault("i2 i5", 0.0) / 2;
        assertThat((double) score("i5", List.of("i2", "i3"))).isCloseTo(both, withinPercentage(0.01));
    }

    @Test
    void namesWhatFollowsTheAnchorTheMostFrequentFirst() {
        learn("b", List.of("a"), true);
        learn("b", List.of("a"), true);
        learn("c", List.of("a"), true);
        learn("d", List.of("a", "b"), true);
        learn("e", List.of("a"), false);
        CandidateList list = new CandidateList();
        list.clear(2);

        sequence.find(query(List.of("d", "a")), row -> true, list);

        assertThat(list.size()).isEqualTo(2);
        assertThat(catalog.items().id(list.row(0))).isEqualTo("b");
        assertThat(catalog.items().id(list.row(1))).isEqualTo("c");
    }
}
