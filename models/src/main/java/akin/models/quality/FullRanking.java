package akin.models.quality;

import akin.models.candidates.Candidates;
import akin.models.catalog.Items;
import akin.models.covisit.Covisits;
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
    private final float[] scores;

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
        scores = new float[all.size()];
    }

    /** False once items have come or gone. */
    public boolean isCurrent() {
        return all.size() == items.live() && positions.length == items.end();
    }

    /** The rank of {@code targetId} by each ranker. */
    public Rank[] ranks(String anchorId, String targetId) {
        Rank[] ranks = new Rank[rankers.size()];
        Arrays.fill(ranks, Rank.UNKNOWN);
        int target = items.row(targetId);
        int anchor = items.row(anchorId);
        if (target != 0) {
            fill(anchor);
            Arrays.setAll(ranks, ranker -> rank(rankers.get(ranker), anchor, positions[target]));
            empty(anchor);
        }
        return ranks;
    }

    private Rank rank(Ranker ranker, int anchor, int position) {
        ranker.score(anchor, all, scores);
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
