package akin.models.candidates;

import java.util.Locale;

/** Where candidates come from, in the order in which they are asked. */
public enum Source {
    COVISIT,
    ATTRIBUTES,
    NEW,
    EMBEDDING,
    POPULAR;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** The name in rankings and configuration. */
    public String wireName() {
        return wireName;
    }
}
