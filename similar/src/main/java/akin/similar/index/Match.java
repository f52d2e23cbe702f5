package akin.similar.index;

import java.util.Comparator;

/**
 * A product that was found for another.
 *
 * @param score cosine of the two embeddings
 * @param why why a filter took it out, null while it stays
 */
public record Match(Facet item, float score, Reason why) {
    /** Best first, by id among equals. */
    public static final Comparator<Match> ORDER = Comparator.comparingDouble((Match match) -> -match.score())
            .thenComparing(match -> match.item().id());

    /** Why a product doesn't do. */
    public enum Reason {
        KEY_ATTRIBUTE,
        UNAVAILABLE,
        PRICE
    }
}
