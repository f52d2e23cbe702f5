package akin.tools.inspect;

import akin.models.kernel.Kernels;
import akin.models.neighbours.Space;

/**
 * Whether the vectors of a space are in order.
 *
 * @param vectors learned ones
 * @param nonFinite those of them with a number that is infinite or none
 * @param least norm of the shortest finite one
 * @param sum of the norms of the finite ones
 * @param greatest norm of the longest finite one
 */
record SpaceHealth(long vectors, long nonFinite, double least, double sum, double greatest) {
    static final SpaceHealth EMPTY = new SpaceHealth(0, 0, Double.POSITIVE_INFINITY, 0, 0);

    static SpaceHealth of(Space space) {
        SpaceHealth health = EMPTY;
        for (int row = 1; row < space.end(); row++) {
            if (space.has(row)) {
                float squares = Kernels.squaredNorm(space.page(row), space.offset(row), space.dimensions());
                health = health.plus(ofNorm(Math.sqrt(squares)));
            }
        }
        return health;
    }

    private static SpaceHealth ofNorm(double norm) {
        return Double.isFinite(norm)
                ? new SpaceHealth(1, 0, norm, norm, norm)
                : new SpaceHealth(1, 1, Double.POSITIVE_INFINITY, 0, 0);
    }

    SpaceHealth plus(SpaceHealth other) {
        return new SpaceHealth(
                vectors + other.vectors,
                nonFinite + other.nonFinite,
                Math.min(least, other.least),
                sum + other.sum,
                Math.max(greatest, other.greatest));
    }

    double mean() {
        return sum / Math.max(1, vectors - nonFinite);
    }
}
