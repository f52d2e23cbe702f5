package akin.models.embedding;

import java.io.Serializable;
import java.time.Duration;

/**
 * What is learned in one step.
 *
 * @param size most new examples in a batch
 * @param span event time at whose multiples a batch is cut
 * @param replays old examples that are learned again with each new one
 * @param negatives what a batch's examples are learned against
 */
public record BatchSettings(int size, Duration span, int replays, NegativeSettings negatives) implements Serializable {}
