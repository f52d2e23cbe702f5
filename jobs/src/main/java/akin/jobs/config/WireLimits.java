package akin.jobs.config;

import java.io.Serializable;
import java.time.Duration;

/**
 * What is refused of a message before it is understood.
 *
 * @param maxSkew how much later than its message's arrival an event may be dated
 */
public record WireLimits(int maxBytes, int maxDepth, int maxNumberLength, Duration maxSkew) implements Serializable {}
