package akin.models.rerank;

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
    /** Positions of the session's own items. */
    private int[] own = new int[16];

    private int owns;

    PairInputs(PairCounts counts) {
        this.counts = counts;
    }

    /**
     * Writes the inputs of all candidates into their rows, which have those of {@link ContextInputs}, from a column on.
     *
     * @param refs references to the candidates, the first {@code n}
     */
    void write(Query query, int[] refs, int n, PoolBatch into, int column) {
        if (sums.length < n) {
            sums = new float[n];
            ofPlace = new float[n];
        }
        Arrays.fill(sums, 0, n, 0);
        findOwn(n, into);
        for (int place = 0; place < WINDOW; place++) {
            count(query, place, refs, n);
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

    private void findOwn(int n, PoolBatch of) {
        owns = 0;
        for (int i = 0; i < n; i++) {
            if (ContextInputs.isOfSession(of, i)) {
                own = owns < own.length ? own : Arrays.copyOf(own, 2 * owns);
                own[owns++] = i;
            }
        }
    }

    private void count(Query query, int place, int[] refs, int n) {
        if (place >= query.size()) {
            Arrays.fill(ofPlace, 0, n, 0);
            return;
        }
        counts.counts(query.item(place), refs, n, ofPlace);
        for (int i = 0; i < owns; i++) {
            ofPlace[own[i]] = 0;
        }
        for (int i = 0; i < n; i++) {
            sums[i] += ofPlace[i];
        }
    }

    private static void writeLogs(float[] counts, int n, PoolBatch into, int column) {
        for (int i = 0; i < n; i++) {
            into.values()[into.offset(i) + column] = ContextInputs.log(counts[i]);
        }
    }
}
