package akin.models.recommender;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.Fixtures;
import akin.models.event.Message;
import akin.models.loop.PlainLoop;
import akin.models.ranking.Assignment;
import akin.models.ranking.Placement;
import akin.models.ranking.RankedItem;
import akin.models.ranking.Ranking;
import akin.models.ranking.Trial;
import akin.models.session.CovisitUnit;
import akin.models.shard.RankRequest;
import akin.models.shard.ShardSettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What experiments make of rankings. */
class ExperimentRankingTest {
    private static final List<Trial> TRIALS = List.of(new Trial("e", "new", 1, 5, false));
    private static Recommender recommender;
    private static Placement placement;

    @BeforeAll
    static void learn() {
        RecommenderSettings settings = Fixtures.recommenderSettings();
        placement = settings.placements().get(0);
        PlainLoop loop = new PlainLoop(
                Fixtures.sessionSettings(CovisitUnit.USER), settings, new ShardSettings(ShardSettings.By.ONE, 1, 1));
        for (Message message : Fixtures.messages(3, 50, 60, 3000)) {
            loop.add(message);
        }
        loop.run(ranking -> {});
        recommender = loop.shard(0);
    }

    private static Ranking rank(String id, Assignment assignment) {
        return recommender
                .rank(new RankRequest(
                        0, Fixtures.START, "u", 0, 0, id, "i3", placement.name(), List.of("i3"), List.of(), assignment))
                .ranking();
    }

    private static Placement by(String ranker) {
        return new Placement(placement.name(), placement.sources(), ranker, null, placement.top(), placement.filters());
    }

    private static List<String> items(Ranking ranking) {
        return ranking.items().stream().map(RankedItem::itemId).toList();
    }

    @Test
    void anArmsRankerOrdersTheListAndIsNamed() {
        Ranking plain = rank("r", null);
        Ranking other = rank("r", new Assignment(by("popular"), TRIALS, null, 0));

        assertThat(plain.provenance()).isNull();
        assertThat(other.provenance().trials()).isEqualTo(TRIALS);
        assertThat(other.provenance().ranker()).isEqualTo("popular");
        assertThat(other.provenance().teams()).isEmpty();
        assertThat(items(other)).isNotEqualTo(items(plain));
        assertThat(items(rank("r", new Assignment(placement, TRIALS, null, 0)))).isEqualTo(items(plain));
    }

    /** Definitions may outlive the component of their ranker. */
    @Test
    void whatIsOffByNowIsRankedByTheStandardRanker() {
        Ranking gone = rank("r", new Assignment(by("gone"), TRIALS, "gone", 0));

        assertThat(items(gone)).isEqualTo(items(rank("r", null)));
        assertThat(gone.provenance().ranker()).isEqualTo(placement.ranker());
        assertThat(gone.provenance().teams()).isEmpty();
    }

    @Test
    void interleavedListsTakeFromBothInTurn() {
        List<String> a = items(rank("r", new Assignment(by("covisit-count"), TRIALS, null, 0)));
        List<String> b = items(rank("r", new Assignment(by("popular"), TRIALS, null, 0)));
        int firsts = 0;
        for (int i = 0; i < 400; i++) {
            Ranking both = rank("r" + i, new Assignment(by("covisit-count"), TRIALS, "popular", 0));
            String teams = both.provenance().teams();
            assertThat(items(both)).isEqualTo(drafted(a, b, teams));
            assertThat(teams).hasSize(a.size());
            for (int place = 0; place + 1 < teams.length(); place += 2) {
                assertThat(teams.charAt(place)).isNotEqualTo(teams.charAt(place + 1));
            }
            firsts += teams.charAt(0) == 'a' ? 1 : 0;
        }
        assertThat(firsts).isBetween(150, 250);
        assertThat(rank("r7", new Assignment(by("covisit-count"), TRIALS, "popular", 0)))
                .isEqualTo(rank("r7", new Assignment(by("covisit-count"), TRIALS, "popular", 0)));
    }

    /** What team draft makes of two lists when the choosers are given. */
    private static List<String> drafted(List<String> a, List<String> b, String teams) {
        List<String> drafted = new ArrayList<>();
        for (char team : teams.toCharArray()) {
            drafted.add((team == 'a' ? a : b)
                    .stream()
                            .filter(item -> !drafted.contains(item))
                            .findFirst()
                            .orElseThrow());
        }
        return drafted;
    }

    @Test
    void pairsAreExchangedHalfTheTimeAtAnyPlace() {
        List<String> plain = items(rank("r", null));
        int pairs = 0;
        int exchanged = 0;
        HashSet<Integer> places = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            Ranking ranking = rank("r" + i, new Assignment(placement, TRIALS, null, 0.4));
            List<String> expected = new ArrayList<>(plain);
            int pair = ranking.provenance().pair();
            if (ranking.provenance().isExchanged()) {
                expected.set(pair - 1, plain.get(pair));
                expected.set(pair, plain.get(pair - 1));
            }
            assertThat(items(ranking)).isEqualTo(expected);
            pairs += pair > 0 ? 1 : 0;
            exchanged += ranking.provenance().isExchanged() ? 1 : 0;
            places.add(pair);
        }
        assertThat(pairs).isBetween(340, 460);
        assertThat(exchanged).isBetween(140, 260);
        assertThat(places).hasSize(1 + Math.min(RandomPair.PLACES, plain.size() - 1));
        assertThat(RandomPair.of(5, 1, 1)).isZero();
    }
}
