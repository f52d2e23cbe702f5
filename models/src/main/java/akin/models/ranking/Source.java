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
     * Returns how long what is named for an anchor lasts, where it depends on the anchor alone: the share by which the anchor's
     * visits may grow until this source is asked anew. 0: it is asked each time.
     */
    default double lasts() {
        return 0;
    }

    /**
     * Returns true when this source is asked last, and only for as many candidates as the others leave a ranking short:
     * what it names is similar to nothing in particular.
     */
    default boolean isLastResort() {
        return false;
    }
}
