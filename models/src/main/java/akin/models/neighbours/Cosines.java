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
        norm = space.norm(row);
        return norm > 0;
    }

    /** The cosine with a row that has a vector; NaN when that has no direction. */
    float to(int row) {
        return Kernels.dot(page, offset, space.page(row), space.offset(row), dimensions) / (norm * space.norm(row));
    }
}
