package akin.models.quality;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.catalog.Catalog;
import akin.models.catalog.CatalogSettings;
import akin.models.covisit.CovisitSettings;
import akin.models.covisit.Covisits;
import akin.models.memory.Memory;
import akin.models.ranking.Candidates;
import akin.models.ranking.Query;
import akin.models.ranking.Ranker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FullRankingTest {
    private static final int ITEMS = 1300;

    private final Memory memory = new Memory();
    private final Catalog catalog = new Catalog(
            memory, new CatalogSettings(List.of(), 5000, Duration.ofDays(90), true, Duration.ofDays(14)), row -> {});
    private final Covisits covisits =
            new Covisits(memory, new CovisitSettings(Duration.ZERO, 256, 0.9), catalog.items());

    /** A score of few values, so that many are equal, some of them 0. */
    private final class Scorer implements Ranker {
        private final boolean byCount;

        Scorer(boolean byCount) {
            this.byCount = byCount;
        }

        @Override
        public String name() {
            return byCount ? "count" : "row";
        }

        @Override
        public void score(Query query, Candidates candidates, float[] scores) {
            for (int i = 0; i < candidates.size(); i++) {
                int row = candidates.row(i);
                scores[i] = byCount ? (float) covisits.count(query.anchor(), row) : (row * 31 + query.item(0)) % 97;
            }
        }
    }

    @Test
    void ranksAreThoseOfLookingAtAllAtOnce() {
        Random random = new Random(1);
        for (int i = 0; i < ITEMS; i++) {
            catalog.visit("i" + i, i);
        }
        for (int i = 0; i < 4000; i++) {
            int[] companions = random.ints(3, 1, 200).distinct().toArray();
            covisits.learn(200 + random.nextInt(20) * 50, companions, companions.length, 0);
        }
        catalog.items().remove(77);
        List<FullRanking.Case> cases = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String anchor = "i" + (i % 3 == 0 ? 199 + random.nextInt(20) * 50 : random.nextInt(200));
            cases.add(new FullRanking.Case(List.of(anchor), i % 10 == 9 ? "unheard of" : "i" + random.nextInt(ITEMS)));
        }
        List<Ranker> rankers = List.of(new Scorer(true), new Scorer(false));

        FullRanking.Rank[][] ranks = new FullRanking(
                        catalog.items(),
                        List.of(rankers.subList(0, 1), rankers.subList(1, 2)),
                        query -> new Candidates(0))
                .ranks(cases);

        int known = 0;
        for (int i = 0; i < cases.size(); i++) {
            for (int ranker = 0; ranker < rankers.size(); ranker++) {
                assertThat(ranks[i][ranker]).isEqualTo(naive(rankers.get(ranker), cases.get(i)));
                known += ranks[i][ranker].best() > 0 ? 1 : 0;
            }
        }
        assertThat(known).isBetween(60, 180);
    }

    /** Scores what its pool has, by the rank that the source gave. */
    private static final class OfPool implements Ranker {
        @Override
        public String name() {
            return "of-pool";
        }

        @Override
        public boolean needsPool() {
            return true;
        }

        @Override
        public void score(Query query, Candidates candidates, float[] scores) {
            for (int i = 0; i < candidates.size(); i++) {
                scores[i] = -candidates.rank(0, i) / 2;
            }
        }
    }

    @Test
    void whatNeedsAPoolRanksWhatThePoolHas() {
        IntStream.rangeClosed(1, 5).forEach(i -> catalog.visit("i" + i, i));
        Candidates pool = new Candidates(3, List.of("source"));
        for (int row : new int[] {4, 2, 5}) {
            int position = pool.add(row);
            pool.name(0, position, 1 + position, 1);
        }
        List<FullRanking.Case> cases = new ArrayList<>();
        for (String target : List.of("i4", "i2", "i5", "i3", "unheard of")) {
            cases.add(new FullRanking.Case(List.of("i1"), target));
        }

        FullRanking.Rank[][] ranks = new FullRanking(
                        catalog.items(), List.of(List.of(new Scorer(false), new OfPool())), query -> pool)
                .ranks(cases);

        assertThat(Arrays.stream(ranks).map(row -> row[1]))
                .containsExactly(
                        new FullRanking.Rank(1, 1),
                        new FullRanking.Rank(2, 2),
                        new FullRanking.Rank(2, 3),
                        FullRanking.Rank.UNKNOWN,
                        FullRanking.Rank.UNKNOWN);
        // What needs none still ranks all.
        assertThat(ranks[3][0].best()).isPositive();
    }

    private FullRanking.Rank naive(Ranker ranker, FullRanking.Case of) {
        Query query = new Query().set(catalog.items(), of.window().get(0), of.window(), 1, 0, 0);
        Candidates all = new Candidates(ITEMS);
        int[] rows =
                IntStream.rangeClosed(1, ITEMS).filter(catalog.items()::isAlive).toArray();
        for (int row : rows) {
            all.add(row);
        }
        float[] scores = new float[rows.length];
        if (query.size() > 0) {
            ranker.score(query, all, scores);
        }
        int target = all.position(catalog.items().row(of.targetId()));
        if (target < 0 || scores[target] == 0) {
            return FullRanking.Rank.UNKNOWN;
        }
        int better = (int) IntStream.range(0, rows.length)
                .filter(i -> scores[i] > scores[target])
                .count();
        int earlier = (int) IntStream.range(0, target)
                .filter(i -> scores[i] == scores[target])
                .count();
        return new FullRanking.Rank(1 + better, 1 + better + earlier);
    }
}
