package akin.models.component;

import akin.models.shard.Visit;

/** Learns from pools what a shopper chose out of them. */
public interface PoolLearner {
    /** Returns whether it would learn from the pool of a visit: making one costs about as much as a ranking. */
    default boolean wants(Visit visit) {
        return true;
    }

    /** Learns from a pool, after every ranker was tested on the visit and before the visit itself is learned. */
    void learn(RankedPool pool);
}
