package akin.models.als;

/** What a weight of {@link Interactions} says. */
public enum Feedback {
    /**
     * How sure it is that the row likes the column: the preference is 1 with confidence {@code 1 + weight}, and 0 with
     * confidence 1 where there is no interaction. [Hu, Koren and Volinsky, ICDM 2008]
     */
    IMPLICIT,
    /** A rating; where there is none nothing is said. [Zhou et al., AAIM 2008] */
    EXPLICIT
}
