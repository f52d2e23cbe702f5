package akin.models.quality;

import akin.models.catalog.Items;
import akin.models.ranking.Candidates;
import akin.models.ranking.Query;
import akin.models.ranking.Ranker;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Ranks all items of a shard for an anchor, without pool or filters: the protocol of the session-based papers. Several
 * cases go through the catalogue together, block by block, so that a block's vectors are fetched once for all of them.
 */
public final class FullRanking {
    private static final int BLOCK = 512;

    private final Items items;
    private final List<List<Ranker>> rankers;
    private final Function<Query, Candidates> pools;
    private final int[] rows;

    /**
     * A target that is to be foretold.
     *
     * @param window the session's items so far, newest last
     */
    public record Case(List<String> window, String targetId) {}

    /**
     * Where a target stands, 1 the best; 0 when it is unknown or the ranker knows nothing of it for
     * this anchor (score 0).
     *
     * @param best one more than the items with a better score
     * @param byItem the same with equal scores in the order of the items' rows
     */
    public record Rank(int best, int byItem) {
        static final Rank UNKNOWN = new Rank(0, 0);
    }

    /**
     * Ranks the items that are known now.
     *
     * @param rankers by component: those of one are asked one after another, components side by side
     * @param pools makes the pool of those rankers that need one; what it lacks they don't know
     */
    public FullRanking(Items items, List<List<Ranker>> rankers, Function<Query, Candidates> pools) {
        this.items = items;
        this.rankers = rankers;
        this.pools = pools;
        rows = IntStream.range(1, items.end()).filter(items::isAlive).toArray();
    }

    /** Returns, by case and ranker, the rank of the target. */
    public Rank[][] ranks(List<Case> cases) {
        List<Position> positions = cases.stream().map(this::position).toList();
        Map<String, Rank[]> inPools = inPools(positions);
        List<Rank[]> byRanker = rankers.parallelStream()
                .flatMap(ofComponent -> ofComponent(ofComponent, positions, inPools).stream())
                .toList();
        Rank[][] byCase = new Rank[cases.size()][byRanker.size()];
        for (int ranker = 0; ranker < byRanker.size(); ranker++) {
            for (int i = 0; i < byCase.length; i++) {
                byCase[i][ranker] = byRanker.get(ranker)[i];
            }
        }
        return byCase;
    }

    /**
     * A case by places in {@link #rows}.
     *
     * @param target negative when it is unknown
     */
    private record Position(Query query, int target) {}

    private Position position(Case of) {
        List<String> window = of.window();
        Query query = new Query().set(items, window.get(window.size() - 1), window, window.size(), 0, 0);
        return new Position(query, Arrays.binarySearch(rows, items.row(of.targetId())));
    }

    /** Returns the ranks that rankers which need a pool give in it, by their names. Sources may be rankers of other components. */
    private Map<String, Rank[]> inPools(List<Position> positions) {
        List<Ranker> needing =
                rankers.stream().flatMap(List::stream).filter(Ranker::needsPool).toList();
        Map<String, Rank[]> ranks = new HashMap<>();
        needing.forEach(ranker -> ranks.put(ranker.name(), new Rank[positions.size()]));
        float[] scores = new float[BLOCK];
        for (int i = 0; !needing.isEmpty() && i < positions.size(); i++) {
            Position position = positions.get(i);
            Candidates pool = pools.apply(position.query);
            scores = scores.length < pool.size() ? new float[pool.size()] : scores;
            int target = position.target < 0 ? -1 : pool.position(rows[position.target]);
            for (Ranker ranker : needing) {
                ranks.get(ranker.name())[i] =
                        target < 0 ? Rank.UNKNOWN : inPool(ranker, position, pool, target, scores);
            }
        }
        return ranks;
    }

    private static Rank inPool(Ranker ranker, Position position, Candidates pool, int target, float[] scores) {
        ranker.score(position.query, pool, scores);
        int best = 1 + better(scores, pool.size(), scores[target]);
        return new Rank(best, best + equal(scores, target, pool.size(), scores[target]));
    }

    /** What rankers of a component look up of a block of items for a case is looked up once for all of them. */
    private List<Rank[]> ofComponent(List<Ranker> rankers, List<Position> positions, Map<String, Rank[]> inPools) {
        List<Standing> standings = rankers.stream()
                .filter(ranker -> !ranker.needsPool())
                .map(ranker -> new Standing(ranker, targets(ranker, positions)))
                .toList();
        if (!standings.isEmpty()) {
            rankAll(standings, positions);
        }
        Iterator<Standing> next = standings.iterator();
        return rankers.stream()
                .map(ranker -> ranker.needsPool()
                        ? inPools.get(ranker.name())
                        : next.next().ranks())
                .toList();
    }

    private void rankAll(List<Standing> standings, List<Position> positions) {
        Candidates block = new Candidates(BLOCK);
        float[] scores = new float[BLOCK];
        for (int from = 0; from < rows.length; from += BLOCK) {
            block.clear();
            for (int i = from; i < Math.min(rows.length, from + BLOCK); i++) {
                block.add(rows[i]);
            }
            for (int i = 0; i < positions.size(); i++) {
                for (Standing standing : standings) {
                    standing.add(i, positions.get(i), block, from, scores);
                }
            }
        }
    }

    /** How many items a ranker puts before the target of each case. */
    private static final class Standing {
        private final Ranker ranker;
        private final float[] targets;
        private final int[] better;
        private final int[] earlier;

        Standing(Ranker ranker, float[] targets) {
            this.ranker = ranker;
            this.targets = targets;
            better = new int[targets.length];
            earlier = new int[targets.length];
        }

        void add(int i, Position position, Candidates block, int from, float[] scores) {
            if (targets[i] != 0) {
                ranker.score(position.query, block, scores);
                better[i] += better(scores, block.size(), targets[i]);
                earlier[i] += equal(scores, position.target - from, block.size(), targets[i]);
            }
        }

        Rank[] ranks() {
            Rank[] ranks = new Rank[targets.length];
            for (int i = 0; i < ranks.length; i++) {
                ranks[i] = targets[i] == 0 ? Rank.UNKNOWN : new Rank(1 + better[i], 1 + better[i] + earlier[i]);
            }
            return ranks;
        }
    }

    private float[] targets(Ranker ranker, List<Position> positions) {
        float[] targets = new float[positions.size()];
        Candidates one = new Candidates(1);
        float[] score = new float[1];
        for (int i = 0; i < targets.length; i++) {
            Position position = positions.get(i);
            if (position.target >= 0) {
                one.clear();
                one.add(rows[position.target]);
                ranker.score(position.query, one, score);
                targets[i] = score[0];
            }
        }
        return targets;
    }

    private static int better(float[] scores, int n, float than) {
        int better = 0;
        for (int i = 0; i < n; i++) {
            better += scores[i] > than ? 1 : 0;
        }
        return better;
    }

    /** How many before the {@code end}-th equal a score. */
    private static int equal(float[] scores, int end, int n, float to) {
        int equal = 0;
        for (int i = 0; i < Math.min(n, end); i++) {
            equal += scores[i] == to ? 1 : 0;
        }
        return equal;
    }
}
