package akin.models.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.math3.stat.correlation.Covariance;
import org.apache.commons.math3.stat.descriptive.moment.Variance;
import org.apache.commons.math3.stat.inference.TTest;
import org.junit.jupiter.api.Test;

class MomentsTest {
    private static final Random RANDOM = new Random(5);

    /** Users with lists, clicks that depend on them, and activity that both depend on. */
    static long[][] users(int n, double clickRate) {
        long[][] users = new long[n][Measure.COUNT];
        for (long[] user : users) {
            int activity = RANDOM.nextInt(10);
            int lists = 1 + RANDOM.nextInt(3) + activity / 2;
            int clicks = 0;
            for (int i = 0; i < lists; i++) {
                clicks += RANDOM.nextDouble() < clickRate * (0.5 + activity / 10.0) ? 1 : 0;
            }
            user[Measure.ACTIVITY.ordinal()] = activity;
            user[Measure.LISTS.ordinal()] = lists;
            user[Measure.CLICKS.ordinal()] = clicks;
            user[Measure.CLICKED.ordinal()] = clicks > 0 ? 1 : 0;
            user[Measure.CREDIT.ordinal()] = RANDOM.nextInt(5) - 2;
        }
        return users;
    }

    static Moments moments(long[][] users) {
        Moments moments = Moments.ofMeasures();
        for (long[] user : users) {
            moments.add(user);
        }
        return moments;
    }

    static double[] column(long[][] users, Measure measure) {
        double[] column = new double[users.length];
        for (int i = 0; i < users.length; i++) {
            column[i] = users[i][measure.ordinal()];
        }
        return column;
    }

    @Test
    void agreeWithCommonsMath() {
        long[][] users = users(500, 0.2);
        Moments moments = moments(users);

        for (Measure a : Measure.values()) {
            assertThat(moments.variance(a)).isCloseTo(new Variance().evaluate(column(users, a)), within(1e-9));
            for (Measure b : Measure.values()) {
                double expected = new Covariance().covariance(column(users, a), column(users, b));
                assertThat(moments.covariance(a, b)).isCloseTo(expected, within(1e-9));
            }
        }
        assertThat(Moments.ofMeasures().variance(Measure.CLICKS)).isZero();
    }

    @Test
    void addUpFromPartsAndGoBackWhenAUserChanges() {
        long[][] users = users(300, 0.3);
        Moments parts = Moments.ofMeasures();
        Moments part = Moments.ofMeasures();
        for (int i = 0; i < users.length; i++) {
            (i % 3 == 0 ? part : parts).add(users[i]);
        }
        long[] passing = users[7].clone();
        passing[1] += 100;
        part.add(passing);
        parts.add(part);
        parts.remove(passing);

        assertThat(parts).isEqualTo(moments(users));
        assertThat(Moments.of(parts.users(), parts.sums(), parts.products())).isEqualTo(parts);
    }

    @Test
    void aRatioIsJudgedByWhatEachUserAddsToIt() {
        long[][] users = users(400, 0.2);
        Estimate estimate = Estimate.of(moments(users), Metric.of("click-rate"));
        double[] clicks = column(users, Measure.CLICKS);
        double[] lists = column(users, Measure.LISTS);
        double ratio = sum(clicks) / sum(lists);
        double[] parts = new double[clicks.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = (clicks[i] - ratio * lists[i]) / (sum(lists) / lists.length);
        }

        assertThat(estimate.value()).isCloseTo(ratio, within(1e-12));
        assertThat(estimate.variance()).isCloseTo(new Variance().evaluate(parts), within(1e-9));
        assertThat(estimate.covariance())
                .isCloseTo(new Covariance().covariance(parts, column(users, Measure.ACTIVITY)), within(1e-9));
    }

    private static double sum(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum;
    }

    @Test
    void welchsTestIsThatOfCommonsMath() {
        long[][] control = users(150, 0.2);
        long[][] treatment = users(220, 0.3);
        Metric metric = Metric.of("clicks-per-user");
        Difference difference =
                new Difference(Estimate.of(moments(control), metric), Estimate.of(moments(treatment), metric));

        assertThat(FixedTests.p(metric, difference))
                .isCloseTo(
                        new TTest().tTest(column(control, Measure.CLICKS), column(treatment, Measure.CLICKS)),
                        within(1e-12));
    }

    /** 60 of 200 against 90 of 220: p = .34…, z = Δ / √(p(1−p)(1/200+1/220)). */
    @Test
    void sharesAreComparedByTheZTest() {
        Difference difference = new Difference(share(60, 200), share(90, 220));
        double pooled = 150.0 / 420;
        double z = (90.0 / 220 - 0.3) / Math.sqrt(pooled * (1 - pooled) * (1 / 200.0 + 1 / 220.0));

        assertThat(FixedTests.p(Metric.of("clickers"), difference)).isCloseTo(FixedTests.normal(z), within(1e-12));
        assertThat(FixedTests.normal(1.959963984540054)).isCloseTo(0.05, within(1e-12));
        assertThat(FixedTests.quantile(0.975)).isCloseTo(1.959963984540054, within(1e-9));
    }

    private static Estimate share(int hits, int users) {
        Moments moments = Moments.ofMeasures();
        for (int i = 0; i < users; i++) {
            long[] user = new long[Measure.COUNT];
            user[Measure.CLICKED.ordinal()] = i < hits ? 1 : 0;
            moments.add(user);
        }
        return Estimate.of(moments, Metric.of("clickers"));
    }

    /** Where x = 3z + noise, CUPED leaves 1 − ρ² of the variance, and does not move the effect of equal arms. */
    @Test
    void activityTakesOutWhatItExplains() {
        Moments[] arms = {Moments.ofMeasures(), Moments.ofMeasures()};
        double[][] x = new double[2][5000];
        double[][] z = new double[2][5000];
        for (int i = 0; i < 10_000; i++) {
            long[] user = new long[Measure.COUNT];
            user[Measure.ACTIVITY.ordinal()] = RANDOM.nextInt(20);
            user[Measure.CLICKS.ordinal()] = 3 * user[Measure.ACTIVITY.ordinal()] + RANDOM.nextInt(30);
            x[i % 2][i / 2] = user[Measure.CLICKS.ordinal()];
            z[i % 2][i / 2] = user[Measure.ACTIVITY.ordinal()];
            arms[i % 2].add(user);
        }
        Metric metric = Metric.of("clicks-per-user");
        Difference plain = new Difference(Estimate.of(arms[0], metric), Estimate.of(arms[1], metric));
        Difference adjusted = Difference.adjusted(plain.control(), plain.treatment());
        double correlation =
                new org.apache.commons.math3.stat.correlation.PearsonsCorrelation().correlation(x[0], z[0]);
        double left = Math.pow(adjusted.deviation() / plain.deviation(), 2);

        assertThat(left).isCloseTo(1 - correlation * correlation, within(0.01));
        assertThat(Math.abs(adjusted.z())).isLessThan(4);
    }

    @Test
    void holmCorrectsTheSmallestTheMost() {
        assertThat(Holm.corrected(new double[] {0.01, 0.04, 0.03, 0.005}))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-12));
    }

    /** The textbook's number: 2 · (1.96 + .84)² · σ²/δ² in each arm. */
    @Test
    void planningGivesTheTextbooksNumber() {
        Power power = new Power(0.05, 0.8);

        assertThat(power.fixed(0.1, 1, 0.5)).isCloseTo(2 * 1569.8, within(1.0));
        assertThat(power.sequential(0.1, 1, 0.5)).isBetween(4000L, 6500L);
        assertThat(power.fixed(0.1, 1, 0.1)).isGreaterThan(power.fixed(0.1, 1, 0.5));
    }
}
