package akin.models.ranking;

import java.util.function.IntPredicate;

/** Names candidates for a query, best first. Changes nothing that is remembered. */
public interface Source {
    /** The name in configuration and rankings; never given to another source. */
    String name();

    /**
     * Names candidates, each once.
     *
     * @param eligible tells whether the item of a row may be shown; only such rows may be named
     * @param into takes them; it is empty, and says how many are wanted
     */
    void find(Query query, IntPredicate eligible, CandidateList into);

    /**
     * Returns true when what is named depends on the anchor alone and changes slowly: then this source is asked now and then,
     * and what it named is kept with the anchor.
     */
    default boolean isByAnchor() {
        return false;
    }

    /**
     * Returns true when this source is asked last, and only for as many candidates as the others leave a ranking short:
     * what it names is similar to nothing in particular.
     */
    default boolean isLastResort() {
        return false;
    }
}
