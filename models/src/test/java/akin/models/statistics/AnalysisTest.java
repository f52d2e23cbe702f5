package akin.models.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class AnalysisTest {
    private static final Metric CLICKS = Metric.of("clicks-per-user");

    private static Design design(List<String> arms, List<Double> shares, Metric primary, List<Guardrail> guardrails) {
        return new Design(arms, shares, primary, List.of(), guardrails, 0.05, 10_000, 0.05, true);
    }

    private static Design two(Metric primary, Guardrail... guardrails) {
        return design(List.of("control", "treatment"), List.of(0.5, 0.5), primary, List.of(guardrails));
    }

    private static Moments arm(int users, double rate) {
        return MomentsTest.moments(MomentsTest.users(users, rate));
    }

    private static Look look(Design design, List<Moments> arms) {
        return new Analysis(design).look(0, arms, Analysis.nothingReached());
    }

    @Test
    void tellsTheBetterArmAndKeepsTheVerdict() {
        SortedMap<String, Reached> reached = Analysis.nothingReached();
        Analysis analysis = new Analysis(two(CLICKS));
        Look first = analysis.look(5, List.of(arm(3000, 0.2), arm(3000, 0.3)), reached);
        Moments same = arm(3000, 0.2);
        Look later = analysis.look(6, List.of(same, same), reached);

        assertThat(first.winner().arm()).isEqualTo("treatment");
        assertThat(first.primary().get(0).decidedAt()).isEqualTo(6000);
        assertThat(first.primary().get(0).sequence().low()).isPositive();
        assertThat(first.primary().get(0).cut()).isPositive();
        assertThat(later.primary().get(0).verdict()).isEqualTo(Verdict.BETTER);
        assertThat(later.primary().get(0).decidedAt()).isEqualTo(6000);
        assertThat(later.primary().get(0).sequence().contains(0)).isTrue();
        assertThat(look(two(CLICKS), List.of(arm(3000, 0.3), arm(3000, 0.2)))
                        .primary()
                        .get(0)
                        .verdict())
                .isEqualTo(Verdict.WORSE);
    }

    @Test
    void saysNotYetAndHowManyUsersItTakes() {
        Comparison comparison = look(two(CLICKS), List.of(arm(300, 0.2), arm(300, 0.2)))
                .primary()
                .get(0);

        assertThat(comparison.verdict()).isEqualTo(Verdict.NOT_YET);
        assertThat(comparison.needed()).isBetween(5_000L, 200_000L);
    }

    @Test
    void anEmptyArmIsInvalid() {
        Look look = look(two(CLICKS), List.of(arm(60, 0.2), Moments.ofMeasures()));

        assertThat(look.primary().get(0).verdict()).isEqualTo(Verdict.INVALID);
        assertThat(look.primary().get(0).reason()).isEqualTo("no users in treatment");
    }

    @Test
    void aDenominatorOf0IsInvalid() {
        Look look = look(two(Metric.of("value-per-purchase")), List.of(arm(300, 0.2), arm(300, 0.2)));

        assertThat(look.primary().get(0).verdict()).isEqualTo(Verdict.INVALID);
        assertThat(look.primary().get(0).reason()).isEqualTo("the denominator of value-per-purchase is 0 in control");
    }

    @Test
    void wrongSharesMakeAllInvalidForGood() {
        SortedMap<String, Reached> reached = Analysis.nothingReached();
        Analysis analysis = new Analysis(two(CLICKS, new Guardrail(Metric.of("click-rate"), 0.02)));
        Look look = analysis.look(0, List.of(arm(5000, 0.2), arm(4000, 0.3)), reached);

        assertThat(look.mismatchAlarm()).isTrue();
        assertThat(look.winner()).isNull();
        assertThat(look.primary().get(0).verdict()).isEqualTo(Verdict.INVALID);
        assertThat(look.guardrails().get(0).verdict()).isEqualTo(Verdict.INVALID);
        assertThat(analysis.look(0, List.of(arm(5000, 0.2), arm(5000, 0.3)), reached)
                        .mismatchAlarm())
                .isTrue();
    }

    @Test
    void aGuardrailHoldsBreaksOrIsNotYetSure() {
        Design design = two(CLICKS, new Guardrail(Metric.of("click-rate"), 0.1));

        assertThat(guardrail(design, 20_000, 0.2, 0.2)).isEqualTo(Verdict.HELD);
        assertThat(guardrail(design, 20_000, 0.2, 0.15)).isEqualTo(Verdict.BROKEN);
        assertThat(guardrail(design, 200, 0.2, 0.2)).isEqualTo(Verdict.NOT_YET);
    }

    private static Verdict guardrail(Design design, int users, double control, double treatment) {
        return look(design, List.of(arm(users, control), arm(users, treatment)))
                .guardrails()
                .get(0)
                .verdict();
    }

    @Test
    void aWinnerBreaksNoGuardrail() {
        Moments better = arm(5000, 0.3);
        Look look = look(
                two(CLICKS, new Guardrail(Metric.of("lists-per-user"), 0.02)), List.of(arm(5000, 0.2), fewerLists()));

        assertThat(look.primary().get(0).verdict()).isEqualTo(Verdict.BETTER);
        assertThat(look.breaks("treatment")).isTrue();
        assertThat(look.winner()).isNull();
        assertThat(look(two(CLICKS), List.of(arm(5000, 0.2), better)).winner()).isNotNull();
    }

    private static Moments fewerLists() {
        long[][] users = MomentsTest.users(5000, 0.4);
        for (long[] user : users) {
            user[Measure.LISTS.ordinal()] = 1;
        }
        return MomentsTest.moments(users);
    }

    /** p of .04 each: neither of three treatments is told apart, as one alone would be. */
    @Test
    void severalTreatmentsAreCorrectedByHolm() {
        Moments control = arm(4000, 0.2);
        Moments slightly = arm(4000, 0.222);
        Look alone = look(two(CLICKS), List.of(control, slightly));
        Look three = look(
                design(List.of("control", "a", "b", "c"), List.of(0.25, 0.25, 0.25, 0.25), CLICKS, List.of()),
                List.of(control, slightly, arm(4000, 0.2), arm(4000, 0.4)));

        assertThat(three.primary()).extracting(Comparison::arm).containsExactly("a", "b", "c");
        assertThat(three.primary().get(2).verdict()).isEqualTo(Verdict.BETTER);
        assertThat(three.primary().get(0).sequence().high()
                        - three.primary().get(0).sequence().low())
                .isGreaterThan(alone.primary().get(0).sequence().high()
                        - alone.primary().get(0).sequence().low());
        assertThat(three.winner().arm()).isEqualTo("c");
    }

    @Test
    void aSingleArmIsComparedWithNoPreference() {
        Design design = design(List.of("both"), List.of(1.0), Design.PREFERENCE, List.of());
        long[][] users = MomentsTest.users(2000, 0.2);
        assertThat(look(design, List.of(MomentsTest.moments(users)))
                        .primary()
                        .get(0)
                        .verdict())
                .isEqualTo(Verdict.NOT_YET);
        for (long[] user : users) {
            user[Measure.CREDIT.ordinal()] += user[Measure.CLICKED.ordinal()];
        }
        assertThat(look(design, List.of(MomentsTest.moments(users)))
                        .primary()
                        .get(0)
                        .verdict())
                .isEqualTo(Verdict.BETTER);
        assertThat(look(design, List.of(Moments.ofMeasures())).primary().get(0).reason())
                .isEqualTo("no users");
    }
}
