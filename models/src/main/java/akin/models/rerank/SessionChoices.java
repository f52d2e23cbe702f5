package akin.models.rerank;

import akin.models.kernel.Matrix;
import akin.models.layers.Segments;
import java.util.Arrays;

/**
 * Sessions with the candidates of one generator each: vectors of the session's items, oldest first, and vectors, ranks and
 * scores of the candidates.
 */
final class SessionChoices {
    private final int dimensions;
    private final Matrix items = new Matrix();
    private final Matrix candidates = new Matrix();
    private final Matrix scores = new Matrix();
    private final Segments sessions = new Segments();
    private final Segments pools = new Segments();
    private int[] ranks = new int[0];
    private int[] targets = new int[16];
    private int itemRows;
    private int candidateRows;

    SessionChoices(int dimensions) {
        this.dimensions = dimensions;
    }

    /** Empties it, and makes room. */
    void clear(int mostItems, int mostCandidates) {
        items.resize(mostItems, dimensions);
        candidates.resize(mostCandidates, dimensions);
        scores.resize(mostCandidates, ScoreList.INPUTS);
        ranks = ranks.length < mostCandidates ? new int[mostCandidates] : ranks;
        sessions.clear();
        pools.clear();
        itemRows = 0;
        candidateRows = 0;
    }

    void addItem(float[] page, int offset) {
        System.arraycopy(page, offset, items.values(), dimensions * itemRows++, dimensions);
    }

    /**
     * Adds a candidate.
     *
     * @param rank from 0 on
     * @param known what its score comes to, {@value ScoreList#INPUTS} numbers from {@code at} on
     */
    void addCandidate(int rank, float[] known, int at, float[] page, int offset) {
        ranks[candidateRows] = rank;
        System.arraycopy(known, at, scores.values(), ScoreList.INPUTS * candidateRows, ScoreList.INPUTS);
        System.arraycopy(page, offset, candidates.values(), dimensions * candidateRows++, dimensions);
    }

    /** Returns how many items were added to the session that is not ended. */
    int openItems() {
        return itemRows - sessions.rows();
    }

    /** Returns how many candidates were added to the session that is not ended. */
    int openCandidates() {
        return candidateRows - pools.rows();
    }

    /** Drops what was added to the session that is not ended. */
    void drop() {
        itemRows = sessions.rows();
        candidateRows = pools.rows();
    }

    /**
     * Ends the session.
     *
     * @param target which of its candidates was chosen
     */
    void end(int target) {
        if (sessions.size() == targets.length) {
            targets = Arrays.copyOf(targets, 2 * targets.length);
        }
        targets[sessions.size()] = target;
        sessions.add(openItems());
        pools.add(openCandidates());
    }

    int size() {
        return sessions.size();
    }

    Matrix items() {
        items.resize(itemRows, dimensions);
        return items;
    }

    Matrix candidates() {
        candidates.resize(candidateRows, dimensions);
        return candidates;
    }

    /** Returns what the generator's scores come to, see {@link ScoreList}. */
    Matrix scores() {
        scores.resize(candidateRows, ScoreList.INPUTS);
        return scores;
    }

    Segments sessions() {
        return sessions;
    }

    Segments pools() {
        return pools;
    }

    int rank(int candidate) {
        return ranks[candidate];
    }

    int target(int session) {
        return targets[session];
    }
}
