package akin.models.statistics;

/**
 * How near a comparison ever came to a decision.
 *
 * @param leastP of all looks
 * @param verdict once there is one it stays
 * @param users when it came
 */
public record Reached(double leastP, Verdict verdict, long users) {
    static final Reached NOTHING = new Reached(1, Verdict.NOT_YET, 0);
}
