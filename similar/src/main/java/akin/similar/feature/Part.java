package akin.similar.feature;

/**
 * A stretch of an extractor's vector that is normalised, and later weighed, by itself.
 *
 * @param name of it within the extractor
 * @param width in floats
 */
public record Part(String name, int width) {}
