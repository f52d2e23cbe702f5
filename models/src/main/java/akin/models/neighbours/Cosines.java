package akin.models.neighbours;

import akin.models.kernel.Kernels;

/** Cosines between one row of a space, the anchor, and others, with the vectors as they are now. */
final class Cosines {
    private final Space space;
    private final int dimensions;
    private float[] page;
    private int offset;
    private float norm;

    Cosines(Space space) {
        this.space = space;
        this.dimensions = space.dimensions();
    }

    /** Takes {@code row} as the anchor; false when it has no vector, or none with a direction. */
    boolean from(int row) {
        if (row < 0 || row >= space.end() || !space.has(row)) {
            return false;
        }
        page = space.page(row);
        offset = space.offset(row);
        norm = norm(Kernels.squaredNorm(page, offset, dimensions));
        return norm > 0;
    }

    /** The cosine with a row that has a vector; NaN when that has no direction. */
    float to(int row) {
        float[] other = space.page(row);
        int at = space.offset(row);
        float otherNorm = norm(Kernels.squaredNorm(other, at, dimensions));
        return otherNorm > 0 ? Kernels.dot(page, offset, other, at, dimensions) / (norm * otherNorm) : Float.NaN;
    }

    /** The anchor's vector, of length 1. */
    void direction(float[] target) {
        System.arraycopy(page, offset, target, 0, dimensions);
        Kernels.scale(1 / norm, target, 0, dimensions);
    }

    /** NaN, and not above 0, where sums of squares overflow or underflow. */
    private static float norm(float squared) {
        return squared >= Float.MIN_NORMAL && squared <= Float.MAX_VALUE ? (float) Math.sqrt(squared) : Float.NaN;
    }
}
