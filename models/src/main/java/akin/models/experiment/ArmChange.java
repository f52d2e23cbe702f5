package akin.models.experiment;

import akin.models.statistics.Moments;

/**
 * How the sums of an arm changed, by what many users did.
 *
 * @param look the look that it belongs to, event time
 * @param moments to be added to those of the arm
 */
public record ArmChange(String experiment, String arm, long look, Moments moments) {}
