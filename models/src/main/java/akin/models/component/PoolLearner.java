package akin.models.component;

/** Learns from pools what a shopper chose out of them. */
public interface PoolLearner {
    /** Learns from a pool, after every ranker was tested on it and before the visit itself is learned. */
    void learn(RankedPool pool);
}
