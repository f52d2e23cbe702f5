package akin.models.rerank;

import akin.models.catalog.Items;
import akin.models.kernel.Matrix;
import akin.models.ranking.Candidates;
import akin.models.ranking.Query;
import akin.models.ranking.Ranker;
import java.util.List;

/** The numbers that a pool's candidates are ranked again by: a row per candidate, and its rank's bucket in each source. */
final class PoolInputs {
    private final List<String> sources;
    private final int rankers;
    private final Matrix numbers = new Matrix();
    private int[] buckets = new int[0];
    private float[] scores = new float[256];

    /**
     * @param sources names of the sources that count
     * @param rankers how many rankers count
     */
    PoolInputs(List<String> sources, int rankers) {
        this.sources = sources;
        this.rankers = rankers;
    }

    int width() {
        return ContextInputs.COUNT + ScoreList.INPUTS * (sources.size() + rankers);
    }

    /** Takes a pool as it is now. */
    void take(Query query, Candidates pool, List<Ranker> rankers, Items items) {
        int n = pool.size();
        numbers.resize(n, width());
        buckets = buckets.length < n * sources.size() ? new int[n * sources.size()] : buckets;
        scores = scores.length < n ? new float[n] : scores;
        ContextInputs.write(query, pool, items, numbers, 0);
        int column = ContextInputs.COUNT;
        for (int source = 0; source < sources.size(); source++, column += ScoreList.INPUTS) {
            takeSource(pool, source, column);
        }
        for (Ranker ranker : rankers) {
            ranker.score(query, pool, scores);
            ScoreList.write(scores, n, numbers, column);
            column += ScoreList.INPUTS;
        }
    }

    private void takeSource(Candidates pool, int source, int column) {
        int number = pool.sources().indexOf(sources.get(source));
        for (int i = 0; i < pool.size(); i++) {
            buckets[i * sources.size() + source] = number < 0 ? 0 : RankBuckets.of(pool.rank(number, i));
            scores[i] = number < 0 ? 0 : pool.score(number, i);
        }
        ScoreList.write(scores, pool.size(), numbers, column);
    }

    Matrix numbers() {
        return numbers;
    }

    /** Returns the bucket of a candidate's rank in the n-th source. */
    int bucket(int candidate, int source) {
        return buckets[candidate * sources.size() + source];
    }
}
