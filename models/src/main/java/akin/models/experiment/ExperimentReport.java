package akin.models.experiment;

import akin.models.statistics.Look;
import java.util.List;

/**
 * What is known of an experiment at one moment, for people and metrics.
 *
 * @param version of the definitions
 * @param arms their names, the control first, in the order of the look's users
 * @param metric by which it is judged
 */
public record ExperimentReport(String experiment, long version, List<String> arms, String metric, Look look) {}
