package akin.models.covisit;

import java.io.Serializable;
import java.time.Duration;

/**
 * How co-visits are counted.
 *
 * @param halfLife age at which a visit counts half; zero: visits never fade
 * @param neighbours most neighbours kept per item; beyond it the lesser half is pruned
 */
public record CovisitSettings(Duration halfLife, int neighbours) implements Serializable {}
