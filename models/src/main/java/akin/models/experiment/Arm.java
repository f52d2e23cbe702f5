package akin.models.experiment;

import java.io.Serializable;

/** One of the ways that are compared, and the buckets whose users get it. */
public record Arm(String name, BucketRange buckets, Variation variation) implements Serializable {}
