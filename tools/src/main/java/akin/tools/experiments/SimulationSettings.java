package akin.tools.experiments;

/**
 * Simulated experiments.
 *
 * @param runs how many
 * @param effect what the treatment really adds to add-to-cart, as a share
 * @param share of the users that come to the treatment, while half of them should
 * @param users most users of a run; 0: 10,000 without effect, else three times what a fixed test needs
 * @param every users between two looks
 * @param seed of all draws
 */
public record SimulationSettings(int runs, double effect, double share, int users, int every, long seed) {}
