package akin.models.quality;

import java.io.Serializable;

/**
 * How rankers are measured on the stream.
 *
 * @param enabled whether every visit is ranked before it is learned
 * @param coldVisits an item seen fewer times counts as cold
 */
public record QualitySettings(boolean enabled, int coldVisits) implements Serializable {}
