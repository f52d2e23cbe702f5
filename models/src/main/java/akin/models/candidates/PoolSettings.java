package akin.models.candidates;

import java.io.Serializable;
import java.time.Duration;

/**
 * How the pool of candidates is made.
 *
 * @param size most candidates in a pool
 * @param covisits most candidates from co-visits
 * @param attributes most candidates from similar attributes
 * @param embedding most candidates near in an embedding space
 * @param newItems most candidates from similar new items
 * @param newWithin an item counts as new for so long after it came into the shop
 */
public record PoolSettings(int size, int covisits, int attributes, int embedding, int newItems, Duration newWithin)
        implements Serializable {}
