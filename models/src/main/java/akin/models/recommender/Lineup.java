package akin.models.recommender;

import akin.models.ranking.Ranker;
import akin.models.ranking.TeamDraft;
import java.util.Arrays;

/** A list in the making: by place the position in the pool, the score, and the ranker that put it there. */
final class Lineup {
    private int[] positions = new int[64];
    private float[] scores = new float[64];
    private Ranker[] rankers = new Ranker[64];

    /** Takes the first places of what was ordered. */
    void take(Stages stages, int size, Ranker ranker, Ranker reranker) {
        if (positions.length < size) {
            positions = new int[size];
            scores = new float[size];
            rankers = new Ranker[size];
        }
        for (int place = 0; place < size; place++) {
            positions[place] = stages.position(place);
            scores[place] = stages.score(place);
            rankers[place] = stages.isReranked(place) ? reranker : ranker;
        }
    }

    /** Returns the first positions in the pool. */
    int[] positions(int size) {
        return Arrays.copyOf(positions, size);
    }

    /** Becomes what was drafted from itself and another list. */
    void interleave(Lineup other, TeamDraft draft) {
        Lineup first = new Lineup();
        first.positions = positions.clone();
        first.scores = scores.clone();
        first.rankers = rankers.clone();
        for (int place = 0; place < draft.places().length; place++) {
            set(place, draft.isOfFirst(place) ? first : other, draft.places()[place]);
        }
    }

    private void set(int place, Lineup other, int from) {
        positions[place] = other.positions[from];
        scores[place] = other.scores[from];
        rankers[place] = other.rankers[from];
    }

    void exchange(int a, int b) {
        int position = positions[a];
        float score = scores[a];
        Ranker ranker = rankers[a];
        set(a, this, b);
        positions[b] = position;
        scores[b] = score;
        rankers[b] = ranker;
    }

    int position(int place) {
        return positions[place];
    }

    float score(int place) {
        return scores[place];
    }

    Ranker ranker(int place) {
        return rankers[place];
    }
}
