package akin.models.quality;

import akin.models.component.RankedPool;
import akin.models.memory.Memory;
import akin.models.memory.Table;
import akin.models.ranking.Candidates;
import akin.models.ranking.Ranker;
import akin.models.shard.Enhancement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tests, before a visit is learned, where each ranker had put the item that was really visited next. Kept in memory like
 * a model, in a table of its own per ranker: a place per slice holds positions, targets in the pool, hits at 5, 10 and 20
 * (long), the sums of 1/rank and of the gains (double).
 */
public final class Quality {
    private static final int WIDTH = 14;

    private final List<Ranker> rankers;
    private final List<Table> sums;
    private final List<Choices> choices;
    private final FormerQuality former;
    private float[] scores = new float[256];

    public Quality(Memory memory, QualitySettings settings, List<Ranker> rankers) {
        this.rankers = rankers;
        sums = rankers.stream()
                .map(ranker -> memory.table("quality." + ranker.name(), WIDTH))
                .toList();
        choices = rankers.stream()
                .map(ranker -> new Choices(memory, ranker.name(), settings.choices()))
                .toList();
        former = new FormerQuality(memory, WIDTH);
        sums.forEach(table -> table.ensure(Slice.values().length - 1));
    }

    /** Takes over the sums of a former version, after memory was loaded. */
    public void loaded() {
        for (int n = 0; n < sums.size(); n++) {
            sums.get(n).ensure(Slice.values().length - 1);
            former.moveTo(sums.get(n), rankers.get(n).name());
        }
        former.clear();
    }

    /**
     * Records the place of the visited item in every ranker's order of the pool.
     *
     * @param cold whether the item is new to shoppers
     */
    public void test(RankedPool pool, boolean cold) {
        Candidates candidates = pool.candidates();
        Slice byType = Slice.of(pool.visit().type());
        long key = Choices.key(pool.visit().userId(), pool.visit().itemId());
        if (scores.length < candidates.size()) {
            scores = new float[candidates.size()];
        }
        for (int n = 0; n < sums.size(); n++) {
            int rank = 0;
            if (pool.target() >= 0) {
                rankers.get(n).score(pool.query(), candidates, scores);
                rank = rank(pool.target(), candidates.size());
            }
            record(sums.get(n), Slice.ALL, rank);
            record(sums.get(n), byType, rank);
            choices.get(n).put(key, rank, byType);
            if (cold) {
                record(sums.get(n), Slice.COLD, rank);
            }
        }
    }

    /** Records that an item chosen before went into the cart or was bought, by the place that it had when it was chosen. */
    public void learn(Enhancement news) {
        Slice slice = Slice.of(news.type());
        long key = Choices.key(news.userId(), news.itemId());
        for (int n = 0; slice != Slice.VIEW && n < sums.size(); n++) {
            int rank = choices.get(n).take(key, slice);
            if (rank >= 0) {
                record(sums.get(n), slice, rank);
            }
        }
    }

    /** One more than the candidates that come before {@code position}: better ones, and equal ones earlier in the pool. */
    private int rank(int position, int size) {
        int rank = 1;
        float score = scores[position];
        for (int i = 0; i < size; i++) {
            rank += scores[i] > score || (scores[i] == score && i < position) ? 1 : 0;
        }
        return rank;
    }

    private static void record(Table sums, Slice slice, int rank) {
        write(sums, slice.place(), read(sums, slice.place()).plus(rank));
    }

    private static Figures read(Table sums, int place) {
        return new Figures(
                sums.getLong(place, 0),
                sums.getLong(place, 2),
                sums.getLong(place, 4),
                sums.getLong(place, 6),
                sums.getLong(place, 8),
                sums.getDouble(place, 10),
                sums.getDouble(place, 12));
    }

    private static void write(Table sums, int place, Figures figures) {
        sums.setLong(place, 0, figures.positions());
        sums.setLong(place, 2, figures.pooled());
        sums.setLong(place, 4, figures.hits5());
        sums.setLong(place, 6, figures.hits10());
        sums.setLong(place, 8, figures.hits20());
        sums.setDouble(place, 10, figures.mrr20());
        sums.setDouble(place, 12, figures.ndcg10());
    }

    /** Returns the sums so far, by ranker's name and slice. */
    public Map<String, Map<Slice, Figures>> figures() {
        Map<String, Map<Slice, Figures>> figures = new TreeMap<>();
        for (int n = 0; n < sums.size(); n++) {
            Map<Slice, Figures> bySlice = new EnumMap<>(Slice.class);
            for (Slice slice : Slice.values()) {
                bySlice.put(slice, read(sums.get(n), slice.place()));
            }
            figures.put(rankers.get(n).name(), bySlice);
        }
        return figures;
    }
}
