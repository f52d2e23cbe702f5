package akin.models.quality;

import akin.models.candidates.Candidates;
import akin.models.catalog.Items;
import akin.models.covisit.Covisits;
import akin.models.ranking.Query;
import akin.models.ranking.Ranker;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Ranks all items of a shard for an anchor, without pool or filters: the protocol of the session-based papers. Several
 * cases go through the catalogue together, block by block, so that a block's vectors are fetched once for all of them.
 */
public final class FullRanking {
    private static final int BLOCK = 512;

    private final Items items;
    private final Covisits covisits;
    private final List<Ranker> rankers;
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

    /** Over the items that are known now. */
    public FullRanking(Items items, Covisits covisits, List<Ranker> rankers) {
        this.items = items;
        this.covisits = covisits;
        this.rankers = rankers;
        rows = IntStream.range(1, items.end()).filter(items::isAlive).toArray();
    }

    /** By case and ranker, the rank of the target; rankers work side by side. */
    public Rank[][] ranks(List<Case> cases) {
        List<Position> positions = cases.stream().map(this::position).toList();
        Rank[][] byRanker = new Rank[rankers.size()][];
        Arrays.parallelSetAll(byRanker, ranker -> ranks(rankers.get(ranker), positions));
        Rank[][] byCase = new Rank[cases.size()][rankers.size()];
        for (int ranker = 0; ranker < byRanker.length; ranker++) {
            for (int i = 0; i < byCase.length; i++) {
                byCase[i][ranker] = byRanker[ranker][i];
            }
        }
        return byCase;
    }

    /**
     * A case by places in {@link #rows}.
     *
     * @param target negative when it is unknown
     * @param neighbours of the anchor, upwards
     */
    private record Position(Query query, int target, int[] neighbours, float[] counts) {
        /** Puts its counts into a block, from the {@code next}-th on; gives the first that lies beyond it. */
        int fill(Candidates block, int from, int next) {
            int i = next;
            for (; i < neighbours.length && neighbours[i] < from + block.size(); i++) {
                block.setCovisits(neighbours[i] - from, counts[i]);
            }
            return i;
        }

        void empty(Candidates block, int from, int next, int end) {
            for (int i = next; i < end; i++) {
                block.setCovisits(neighbours[i] - from, 0);
            }
        }

        float countOfTarget() {
            int at = Arrays.binarySearch(neighbours, target);
            return at < 0 ? 0 : counts[at];
        }
    }

    private Position position(Case of) {
        List<String> window = of.window();
        Query query = new Query().set(items, window.get(window.size() - 1), window, window.size());
        LongStream.Builder neighbours = LongStream.builder();
        covisits.forEachNeighbour(query.anchor(), (ref, count) -> {
            int row = items.resolve(ref);
            if (row != 0) {
                float bounded = (float) covisits.bounded(count, query.anchor(), row);
                neighbours.add((long) place(row) << Integer.SIZE | Float.floatToRawIntBits(bounded));
            }
        });
        long[] sorted = neighbours.build().sorted().toArray();
        int[] places = new int[sorted.length];
        float[] counts = new float[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            places[i] = (int) (sorted[i] >>> Integer.SIZE);
            counts[i] = Float.intBitsToFloat((int) sorted[i]);
        }
        return new Position(query, place(items.row(of.targetId())), places, counts);
    }

    /** The place of a row in {@link #rows}; negative for row 0. */
    private int place(int row) {
        return Arrays.binarySearch(rows, row);
    }

    private Rank[] ranks(Ranker ranker, List<Position> positions) {
        float[] targets = targets(ranker, positions);
        int[] better = new int[positions.size()];
        int[] earlier = new int[positions.size()];
        int[] next = new int[positions.size()];
        Candidates block = new Candidates(BLOCK);
        float[] scores = new float[BLOCK];
        for (int from = 0; from < rows.length; from += BLOCK) {
            block.clear();
            for (int i = from; i < Math.min(rows.length, from + BLOCK); i++) {
                block.add(rows[i], 0, 0);
            }
            for (int i = 0; i < better.length; i++) {
                if (targets[i] != 0) {
                    Position position = positions.get(i);
                    int end = position.fill(block, from, next[i]);
                    ranker.score(position.query, block, scores);
                    position.empty(block, from, next[i], end);
                    next[i] = end;
                    better[i] += better(scores, block.size(), targets[i]);
                    earlier[i] += equal(scores, position.target - from, block.size(), targets[i]);
                }
            }
        }
        Rank[] ranks = new Rank[better.length];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = targets[i] == 0 ? Rank.UNKNOWN : new Rank(1 + better[i], 1 + better[i] + earlier[i]);
        }
        return ranks;
    }

    private float[] targets(Ranker ranker, List<Position> positions) {
        float[] targets = new float[positions.size()];
        Candidates one = new Candidates(1);
        float[] score = new float[1];
        for (int i = 0; i < targets.length; i++) {
            Position position = positions.get(i);
            if (position.target >= 0) {
                one.clear();
                one.add(rows[position.target], position.countOfTarget(), 0);
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
