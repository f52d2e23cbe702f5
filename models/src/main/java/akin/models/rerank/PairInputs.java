package akin.models.rerank;

import akin.models.ranking.Candidates;
import akin.models.ranking.Query;
import java.util.Arrays;

/**
 * How often a candidate came with the newest items of the session, by one kind of counts: with each of the last
 * {@value #PLACES} relative to the pool's best, with the last {@value #WINDOW} together likewise, and how often at all.
 * All are 0 for the session's own items, which its own visits have just been counted with.
 */
final class PairInputs {
    static final int PLACES = 3;
    static final int COUNT = PLACES + 3;

    private static final int WINDOW = 6;

    private final PairCounts counts;
    private float[] ofPlace = new float[256];
    private float[] sums = new float[256];

    PairInputs(PairCounts counts) {
        this.counts = counts;
    }

    /** Writes the inputs of all candidates into their rows, which have those of {@link ContextInputs}, from a column on. */
    void write(Query query, Candidates candidates, PoolBatch into, int column) {
        int n = candidates.size();
        if (sums.length < n) {
            sums = new float[n];
            ofPlace = new float[n];
        }
        Arrays.fill(sums, 0, n, 0);
        for (int place = 0; place < WINDOW; place++) {
            count(query, place, candidates, into);
            if (place < PLACES) {
                ScoreList.writeRelative(ofPlace, n, into, column + place);
            }
            if (place == 0) {
                writeLogs(ofPlace, n, into, column + PLACES + 1);
            }
        }
        ScoreList.writeRelative(sums, n, into, column + PLACES);
        writeLogs(sums, n, into, column + PLACES + 2);
    }

    private void count(Query query, int place, Candidates candidates, PoolBatch of) {
        for (int i = 0; i < candidates.size(); i++) {
            boolean asked = place < query.size() && !ContextInputs.isOfSession(of, i);
            ofPlace[i] = asked ? counts.count(query.item(place), candidates.row(i)) : 0;
            sums[i] += ofPlace[i];
        }
    }

    private static void writeLogs(float[] counts, int n, PoolBatch into, int column) {
        for (int i = 0; i < n; i++) {
            into.values()[into.offset(i) + column] = ContextInputs.log(counts[i]);
        }
    }
}
