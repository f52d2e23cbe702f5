package akin.models.experiment;

import java.io.Serializable;

/**
 * Experiments of one layer share out its buckets among them; layers are independent of each other.
 *
 * @param salt of the hash that puts users into buckets
 * @param holdOut buckets whose users are in no experiment of the layer, or null
 */
public record Layer(String name, String salt, BucketRange holdOut) implements Serializable {}
