package akin.models.quality;

import akin.models.candidates.Candidates;
import akin.models.catalog.Items;
import akin.models.covisit.Covisits;
import akin.models.ranking.Query;
import akin.models.ranking.Ranker;
import java.util.Arrays;
import java.util.List;

/** Ranks all items of a shard for an anchor, without pool or filters: the protocol of the session-based papers. */
public final class FullRanking {
    private final Items items;
    private final Covisits covisits;
    private final List<Ranker> rankers;
    private final Candidates all;
    private final int[] positions;
    private final float[][] scores;
    private final Query query = new Query();

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
        all = new Candidates(items.live());
        positions = new int[items.end()];
        for (int row = 1; row < items.end(); row++) {
            if (items.isAlive(row)) {
                positions[row] = all.add(row, 0, 0);
            }
        }
        scores = new float[rankers.size()][all.size()];
    }

    /** False once items have come or gone. */
    public boolean isCurrent() {
        return all.size() == items.live() && positions.length == items.end();
    }

    /**
     * The rank of {@code targetId} by each ranker; they work side by side.
     *
     * @param window the session's items so far, newest last
     */
    public Rank[] ranks(List<String> window, String targetId) {
        Rank[] ranks = new Rank[rankers.size()];
        Arrays.fill(ranks, Rank.UNKNOWN);
        int target = items.row(targetId);
        if (target != 0) {
            query.set(items, window.get(window.size() - 1), window, window.size());
            fill(query.anchor());
            Arrays.parallelSetAll(ranks, ranker -> rank(ranker, positions[target]));
            empty(query.anchor());
        }
        return ranks;
    }

    private Rank rank(int ranker, int position) {
        float[] scores = this.scores[ranker];
        rankers.get(ranker).score(query, all, scores);
        float score = scores[position];
        if (score == 0) {
            return Rank.UNKNOWN;
        }
        int better = 0;
        int earlier = 0;
        for (int i = 0; i < scores.length; i++) {
            better += scores[i] > score ? 1 : 0;
            earlier += scores[i] == score && i < position ? 1 : 0;
        }
        return new Rank(1 + better, 1 + better + earlier);
    }

    private void fill(int anchor) {
        if (anchor != 0) {
            covisits.forEachNeighbour(anchor, (ref, count) -> {
                int row = items.resolve(ref);
                if (row != 0) {
                    all.setCovisits(positions[row], (float) covisits.bounded(count, anchor, row));
                }
            });
        }
    }

    private void empty(int anchor) {
        if (anchor != 0) {
            covisits.forEachNeighbour(anchor, (ref, count) -> all.setCovisits(positions[items.resolve(ref)], 0));
        }
    }
}
