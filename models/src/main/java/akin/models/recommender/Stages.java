package akin.models.recommender;

import akin.models.ranking.Candidates;
import akin.models.ranking.Packed;
import akin.models.ranking.Query;
import akin.models.ranking.Ranker;
import java.util.List;

/** Orders a pool by a ranker and, where there is one, the first of it once more by a re-ranker. */
final class Stages {
    private final Candidates head;
    private float[] scores = new float[256];
    private long[] order = new long[256];
    private float[] headScores = new float[256];
    private long[] headOrder = new long[256];
    private int size;
    private int reranked;

    Stages(List<String> sources) {
        head = new Candidates(256, sources);
    }

    /**
     * Orders a pool.
     *
     * @param places how many of the best will be asked for
     * @param reranker the second stage, or null
     * @param k how many candidates the second stage orders
     */
    void order(Query query, Candidates pool, int places, Ranker ranker, Ranker reranker, int k) {
        size = pool.size();
        if (scores.length < size) {
            scores = new float[size];
            order = new long[size];
            headScores = new float[size];
            headOrder = new long[size];
        }
        ranker.score(query, pool, scores);
        reranked = reranker == null ? 0 : Math.min(k, size);
        sort(scores, order, size, Math.max(Math.min(places, size), reranked));
        if (reranked > 0) {
            head.clear();
            for (int place = 0; place < reranked; place++) {
                head.add(pool, first(place));
            }
            reranker.score(query, head, headScores);
            sort(headScores, headOrder, reranked, reranked);
        }
    }

    /** Puts the best ones last, the very best at the end. */
    private static void sort(float[] scores, long[] order, int n, int best) {
        for (int i = 0; i < n; i++) {
            order[i] = Packed.of(scores[i], i);
        }
        Packed.select(order, n, best);
    }

    private int first(int place) {
        return Packed.position(order[size - 1 - place]);
    }

    private int second(int place) {
        return Packed.position(headOrder[reranked - 1 - place]);
    }

    /** Returns the position in the pool of the candidate at a place, 0 the best. */
    int position(int place) {
        return first(place < reranked ? second(place) : place);
    }

    /** Returns the score that put a candidate at its place, of the stage that did so. */
    float score(int place) {
        return place < reranked ? headScores[second(place)] : scores[first(place)];
    }

    /** Returns true when the second stage put a candidate at its place. */
    boolean isReranked(int place) {
        return place < reranked;
    }
}
