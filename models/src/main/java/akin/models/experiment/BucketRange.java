package akin.models.experiment;

import akin.models.settings.Checks;
import java.io.Serializable;

/** Buckets of a layer from one to another, both included. */
public record BucketRange(int from, int to) implements Serializable {
    public BucketRange {
        Checks.ofPart()
                .require(
                        from >= 0 && from <= to && to < Buckets.COUNT,
                        "buckets",
                        from + "-" + to,
                        "two numbers from 0 to " + (Buckets.COUNT - 1) + ", the lower first, such as 0-499")
                .verify();
    }

    /** Returns how many buckets there are. */
    public int size() {
        return to - from + 1;
    }

    boolean contains(int bucket) {
        return from <= bucket && bucket <= to;
    }

    boolean overlaps(BucketRange other) {
        return from <= other.to && other.from <= to;
    }

    @Override
    public String toString() {
        return from + "-" + to;
    }
}
