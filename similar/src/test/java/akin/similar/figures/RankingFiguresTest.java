package akin.similar.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RankingFiguresTest {
    private final RankingFigures figures = new RankingFigures();

    private Map<String, Double> means() {
        Map<String, Double> means = new HashMap<>();
        figures.addTo(means);
        return means;
    }

    @Test
    void gainsCountByTwoToTheirPowerLessOne() {
        figures.add(new double[] {1, 3, 0}, new double[] {1, 3, 2});

        double log3 = Math.log(3) / Math.log(2);
        assertThat(means().get("ndcg@1")).isCloseTo(1.0 / 7, within(1e-12));
        assertThat(means().get("ndcg@10")).isCloseTo((1 + 7 / log3) / (7 + 3 / log3 + 0.5), within(1e-12));
        assertThat(means().get("recall@1")).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(means().get("map")).isCloseTo(2.0 / 3, within(1e-12));
    }

    @Test
    void theBestOrderIsOneAndQueriesAreMeant() {
        figures.add(new double[] {2, 1, 0}, new double[] {1, 2});
        figures.add(new double[] {0, 0}, new double[] {1});
        figures.add(new double[] {0, 0}, new double[] {});

        assertThat(figures.queries()).isEqualTo(2);
        assertThat(means().get("ndcg@20")).isEqualTo(0.5);
        assertThat(means().get("map")).isEqualTo(0.5);
        assertThat(means().get("recall@10")).isEqualTo(0.5);
        assertThat(means().get("hit@10")).isEqualTo(0.5);
    }

    @Test
    void averagePrecisionIsThatOfTheFirstThirty() {
        double[] gains = new double[40];
        gains[35] = 1;
        figures.add(gains, new double[] {1});

        assertThat(means().get("map")).isZero();
    }

    @Test
    void noQueriesAreZero() {
        assertThat(means().get("ndcg@10")).isZero();
    }
}
