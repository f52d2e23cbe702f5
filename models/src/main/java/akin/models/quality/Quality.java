package akin.models.quality;

import akin.models.component.RankedPool;
import akin.models.memory.Memory;
import akin.models.memory.Table;
import akin.models.ranking.Candidates;
import akin.models.ranking.Ranker;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Test, then train: where each ranker had put the item that was really visited next. Kept in memory like a model. */
public final class Quality {
    private static final Slice[] SLICES = Slice.values();
    private static final int WIDTH = 14;

    private final Table sums;
    private final List<String> names;
    private final List<Ranker> rankers;
    private float[] scores = new float[256];

    /**
     * @param names of all rankers there are, on or off: where a ranker's sums lie doesn't depend on the others
     * @param rankers those that are on
     */
    public Quality(Memory memory, List<String> names, List<Ranker> rankers) {
        this.names = names;
        this.rankers = rankers;
        this.sums = memory.table("quality", WIDTH);
        sums.ensure(names.size() * SLICES.length);
    }

    /**
     * Records the place of the visited item in every ranker's order of the pool.
     *
     * @param byType the slice of the event's type
     */
    public void test(RankedPool pool, Slice byType, boolean cold) {
        Candidates candidates = pool.candidates();
        if (scores.length < candidates.size()) {
            scores = new float[candidates.size()];
        }
        for (Ranker ranker : rankers) {
            int rank = 0;
            if (pool.target() >= 0) {
                ranker.score(pool.query(), candidates, scores);
                rank = rank(pool.target(), candidates.size());
            }
            record(ranker.name(), Slice.ALL, rank);
            record(ranker.name(), byType, rank);
            if (cold) {
                record(ranker.name(), Slice.COLD, rank);
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

    private void record(String ranker, Slice slice, int rank) {
        write(row(ranker, slice), read(row(ranker, slice)).plus(rank));
    }

    private int row(String ranker, Slice slice) {
        return names.indexOf(ranker) * SLICES.length + slice.ordinal();
    }

    private Figures read(int row) {
        return new Figures(
                sums.getLong(row, 0),
                sums.getLong(row, 2),
                sums.getLong(row, 4),
                sums.getLong(row, 6),
                sums.getLong(row, 8),
                sums.getDouble(row, 10),
                sums.getDouble(row, 12));
    }

    private void write(int row, Figures figures) {
        sums.setLong(row, 0, figures.positions());
        sums.setLong(row, 2, figures.pooled());
        sums.setLong(row, 4, figures.hits5());
        sums.setLong(row, 6, figures.hits10());
        sums.setLong(row, 8, figures.hits20());
        sums.setDouble(row, 10, figures.mrr20());
        sums.setDouble(row, 12, figures.ndcg10());
    }

    /** The sums so far, by ranker's name and slice. */
    public Map<String, Map<Slice, Figures>> figures() {
        Map<String, Map<Slice, Figures>> figures = new TreeMap<>();
        for (Ranker ranker : rankers) {
            Map<Slice, Figures> bySlice = new EnumMap<>(Slice.class);
            for (Slice slice : SLICES) {
                bySlice.put(slice, read(row(ranker.name(), slice)));
            }
            figures.put(ranker.name(), bySlice);
        }
        return figures;
    }
}
