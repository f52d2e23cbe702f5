package akin.models.als;

import akin.models.kernel.Gemm;
import akin.models.kernel.Kernels;
import akin.models.kernel.Matrix;
import java.util.Arrays;

/**
 * Solves for one vector after the other: {@code (D + Σ w y yᵀ) x = Σ (w + 1) y} for implicit feedback, where D is the
 * Gram matrix in its {@link Basis} plus the regularization; {@code (D + Σ y yᵀ) x = Σ r y} for ratings, where D is the
 * regularization alone.
 *
 * <p>With the row's vectors scaled to {@code U = √w y D^(-½)}, the solution is {@code D^(-½) (I + Uᵀ U)⁻¹ Uᵀ t}, which
 * is also {@code D^(-½) Uᵀ (I + U Uᵀ)⁻¹ t}: the smaller of the two systems is solved. A row of three interactions costs
 * three equations, whatever the rank.
 *
 * <p>An instance holds scratch memory, and is for one thread.
 */
final class RowSolver {
    private final AlsSettings settings;
    private final Loss loss;
    private final Matrix other;
    private final float[] diagonal;
    private final int rank;
    private final Gemm gemm = new Gemm();
    private final Matrix scaled = new Matrix();
    private final Matrix system = new Matrix();
    private final float[] roots;
    private float[] targets = new float[0];
    private final float[] solution;
    private final float[] residual;
    private final float[] direction;
    private final float[] image;
    private double rootsOf = -1;

    /**
     * @param other vectors of the other side
     * @param diagonal of their Gram matrix; zeros for ratings
     */
    RowSolver(AlsSettings settings, Matrix other, float[] diagonal) {
        this.settings = settings;
        loss = new Loss(settings);
        this.other = other;
        this.diagonal = diagonal;
        rank = other.columns();
        roots = new float[rank];
        solution = new float[rank];
        residual = new float[rank];
        direction = new float[rank];
        image = new float[rank];
    }

    /**
     * Solves for a row.
     *
     * @param vectors that of the row becomes the solution; conjugate gradients start from what it was
     * @return the row's part of the loss
     */
    double solve(Interactions interactions, int row, Matrix vectors) {
        int degree = interactions.degree(row);
        int at = vectors.offset(row);
        if (degree == 0) {
            Arrays.fill(vectors.values(), at, at + rank, 0);
            return 0;
        }
        scale(interactions, row, degree);
        if (settings.solver().kind() == Solver.Kind.CONJUGATE_GRADIENTS) {
            descend(vectors.values(), at);
        } else if (degree <= rank) {
            solveByInteractions(degree);
        } else {
            solveByFactors();
        }
        for (int i = 0; i < rank; i++) {
            vectors.values()[at + i] = solution[i] * roots[i];
        }
        return loss(interactions, row, vectors.values(), at);
    }

    /** Found while what the row interacted with is at hand. */
    private double loss(Interactions interactions, int row, float[] x, int at) {
        double sum = 0;
        for (int i = 0; i < rank; i++) {
            sum += (diagonal[i] + rootsOf) * x[at + i] * x[at + i];
        }
        for (int place = interactions.start(row); place < interactions.start(row + 1); place++) {
            int column = other.offset(interactions.column(place));
            sum += loss.of(interactions.weight(place), Kernels.dot(x, at, other.values(), column, rank));
        }
        return sum;
    }

    private void scale(Interactions interactions, int row, int degree) {
        regularize(settings.regularization().of(degree));
        if (targets.length < degree) {
            targets = new float[Math.max(degree, 2 * targets.length)];
        }
        scaled.resize(degree, rank);
        for (int i = 0, place = interactions.start(row); i < degree; i++, place++) {
            float weight = settings.weight(interactions.weight(place));
            float root = (float) Math.sqrt(weight);
            boolean implicit = settings.feedback() == Feedback.IMPLICIT;
            targets[i] = implicit ? (weight + 1) / root : interactions.weight(place);
            scaleTo(scaled.offset(i), other.offset(interactions.column(place)), root);
        }
    }

    private void regularize(double lambda) {
        if (lambda != rootsOf) {
            rootsOf = lambda;
            for (int i = 0; i < rank; i++) {
                roots[i] = (float) (1 / Math.sqrt(diagonal[i] + lambda));
            }
        }
    }

    private void scaleTo(int to, int from, float root) {
        float[] u = scaled.values();
        float[] y = other.values();
        for (int i = 0; i < rank; i++) {
            u[to + i] = y[from + i] * roots[i] * root;
        }
    }

    private void solveByInteractions(int n) {
        system.resize(n, n);
        float[] s = system.values();
        float[] u = scaled.values();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                s[i * n + k] = Kernels.dot(u, i * rank, u, k * rank, rank);
            }
            s[i * n + i] = 1 + Kernels.squaredNorm(u, i * rank, rank);
        }
        Cholesky.solve(s, targets, n);
        sum(targets);
    }

    private void solveByFactors() {
        system.zero(rank, rank);
        gemm.addATB(scaled, scaled, system);
        for (int i = 0; i < rank; i++) {
            system.values()[i * rank + i] += 1;
        }
        sum(targets);
        Cholesky.solve(system.values(), solution, rank);
    }

    /** The solution becomes {@code Uᵀ c}. */
    private void sum(float[] c) {
        Arrays.fill(solution, 0);
        for (int i = 0; i < scaled.rows(); i++) {
            Kernels.axpy(c[i], scaled.values(), scaled.offset(i), solution, 0, rank);
        }
    }

    /** Goes down by conjugate gradients. [Takács, Pilászy and Tikk, RecSys 2011] */
    private void descend(float[] start, int at) {
        sum(targets);
        System.arraycopy(solution, 0, residual, 0, rank);
        for (int i = 0; i < rank; i++) {
            solution[i] = start[at + i] / roots[i];
        }
        apply(solution);
        Kernels.axpy(-1, image, 0, residual, 0, rank);
        System.arraycopy(residual, 0, direction, 0, rank);
        float norm = Kernels.squaredNorm(residual, 0, rank);
        for (int step = 0; step < settings.solver().steps() && norm > 1e-20f; step++) {
            apply(direction);
            float length = norm / Kernels.dot(direction, 0, image, 0, rank);
            Kernels.axpy(length, direction, 0, solution, 0, rank);
            Kernels.axpy(-length, image, 0, residual, 0, rank);
            float before = norm;
            norm = Kernels.squaredNorm(residual, 0, rank);
            Kernels.scale(norm / before, direction, 0, rank);
            Kernels.axpy(1, residual, 0, direction, 0, rank);
        }
    }

    /** The image becomes {@code (I + Uᵀ U) v}. */
    private void apply(float[] v) {
        System.arraycopy(v, 0, image, 0, rank);
        for (int i = 0; i < scaled.rows(); i++) {
            float product = Kernels.dot(scaled.values(), scaled.offset(i), v, 0, rank);
            Kernels.axpy(product, scaled.values(), scaled.offset(i), image, 0, rank);
        }
    }
}
