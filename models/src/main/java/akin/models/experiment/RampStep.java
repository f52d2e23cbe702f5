package akin.models.experiment;

import java.io.Serializable;

/**
 * From a time on a share of the arms' users takes part.
 *
 * @param at event time, epoch milliseconds
 */
public record RampStep(long at, double share) implements Serializable {}
