package akin.models.rerank;

import akin.models.catalog.Items;
import akin.models.ranking.Candidates;
import akin.models.ranking.Query;
import akin.models.ranking.Ranker;
import java.util.ArrayList;
import java.util.List;

/** The numbers that a pool's candidates are ranked again by: a row per candidate, and its rank's bucket in each source. */
final class PoolInputs {
    private final List<String> sources;
    private final List<PairInputs> pairs;
    private final List<Part> parts = new ArrayList<>();
    private final PoolBatch batch;
    private final boolean scores;
    private float[] list = new float[256];
    private int[] refs = new int[256];

    /**
     * Numbers that come from the same place.
     *
     * @param name for ever
     * @param inputs how many numbers
     */
    record Part(String name, int inputs) {}

    /**
     * @param scores whether scores and counts of pairs count, or the ranks in sources only
     */
    PoolInputs(Signals signals, boolean scores) {
        this.scores = scores;
        sources = signals.sources();
        pairs = signals.pairs().values().stream().map(PairInputs::new).toList();
        parts.add(new Part("context", ContextInputs.COUNT));
        if (scores) {
            signals.pairs().keySet().forEach(name -> parts.add(new Part("pairs." + name, PairInputs.COUNT)));
            sources.forEach(name -> parts.add(new Part("source." + name, ScoreList.INPUTS)));
            signals.rankers().forEach(name -> parts.add(new Part("ranker." + name, ScoreList.INPUTS)));
        }
        batch = new PoolBatch(
                sources.size(), parts.stream().mapToInt(Part::inputs).sum());
    }

    List<String> sources() {
        return sources;
    }

    /** Returns where the numbers of a row come from, in order. */
    List<Part> parts() {
        return parts;
    }

    int width() {
        return batch.width();
    }

    /** Returns references to the candidates of the pool that was taken. */
    int[] refs() {
        return refs;
    }

    /** Takes a pool as it is now; it is valid until the next one. */
    PoolBatch take(Query query, Candidates pool, List<Ranker> rankers, Items items) {
        int n = pool.size();
        refs = refs.length < n ? new int[n] : refs;
        batch.clear(n);
        for (int i = 0; i < n; i++) {
            batch.addCandidate();
            refs[i] = items.ref(pool.row(i));
        }
        batch.endPool();
        ContextInputs.write(query, pool, items, batch);
        for (int source = 0; source < sources.size(); source++) {
            takeRanks(pool, source);
        }
        if (scores) {
            list = list.length < n ? new float[n] : list;
            takeScores(query, pool, rankers);
        }
        return batch;
    }

    private void takeRanks(Candidates pool, int source) {
        int number = pool.sources().indexOf(sources.get(source));
        for (int i = 0; number >= 0 && i < pool.size(); i++) {
            batch.setBucket(i, source, RankBuckets.of(pool.rank(number, i)));
        }
    }

    private void takeScores(Query query, Candidates pool, List<Ranker> rankers) {
        int column = ContextInputs.COUNT;
        for (PairInputs of : pairs) {
            of.write(query, refs, pool.size(), batch, column);
            column += PairInputs.COUNT;
        }
        for (int source = 0; source < sources.size(); source++, column += ScoreList.INPUTS) {
            takeSource(pool, source, column);
        }
        for (Ranker ranker : rankers) {
            ranker.score(query, pool, list);
            ScoreList.write(list, pool.size(), batch, column);
            column += ScoreList.INPUTS;
        }
    }

    private void takeSource(Candidates pool, int source, int column) {
        int number = pool.sources().indexOf(sources.get(source));
        for (int i = 0; i < pool.size(); i++) {
            list[i] = number < 0 ? 0 : pool.score(number, i);
        }
        ScoreList.write(list, pool.size(), batch, column);
    }
}
