package akin.models.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Loops in the Vector API, to be touched only where {@link Simd#available}. The width is fixed at 256 bits and sums are
 * added lane by lane, as {@code reduceLanes} leaves its order open. The build compiles this class by itself (pom.xml):
 * javac warns about incubating modules, and no annotation can stop it.
 */
final class SimdLoops {
    private static final VectorSpecies<Float> EIGHT = FloatVector.SPECIES_256;
    private static final VectorSpecies<Float> FOUR = FloatVector.SPECIES_128;

    private SimdLoops() {}

    /** False where the machine's registers are narrower: there these loops would crawl. */
    static boolean supported() {
        return FloatVector.SPECIES_PREFERRED.length() >= EIGHT.length();
    }

    static float dot(float[] a, int aOffset, float[] b, int bOffset, int n) {
        FloatVector low = FloatVector.zero(EIGHT);
        FloatVector high = low;
        int i = 0;
        for (; i <= n - 16; i += 16) {
            low = low.add(
                    FloatVector.fromArray(EIGHT, a, aOffset + i).mul(FloatVector.fromArray(EIGHT, b, bOffset + i)));
            high = high.add(FloatVector.fromArray(EIGHT, a, aOffset + i + 8)
                    .mul(FloatVector.fromArray(EIGHT, b, bOffset + i + 8)));
        }
        FloatVector eight = low.add(high);
        FloatVector four = ((FloatVector) eight.castShape(FOUR, 0)).add(eight.castShape(FOUR, 1));
        float sum = (four.lane(0) + four.lane(2)) + (four.lane(1) + four.lane(3));
        for (; i < n; i++) {
            sum += a[aOffset + i] * b[bOffset + i];
        }
        return sum;
    }

    static void axpy(float alpha, float[] x, int xOffset, float[] y, int yOffset, int n) {
        FloatVector alphas = FloatVector.broadcast(EIGHT, alpha);
        int i = 0;
        for (; i <= n - 8; i += 8) {
            FloatVector.fromArray(EIGHT, y, yOffset + i)
                    .add(FloatVector.fromArray(EIGHT, x, xOffset + i).mul(alphas))
                    .intoArray(y, yOffset + i);
        }
        for (; i < n; i++) {
            y[yOffset + i] += alpha * x[xOffset + i];
        }
    }
}
