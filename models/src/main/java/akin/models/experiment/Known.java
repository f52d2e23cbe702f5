package akin.models.experiment;

import java.io.Serializable;
import java.util.Set;

/**
 * What definitions may name.
 *
 * @param rankers that are on
 * @param sources that there are
 */
public record Known(Set<String> placements, Set<String> rankers, Set<String> sources) implements Serializable {}
