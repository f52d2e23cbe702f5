package akin.models.kernel;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Loops in the Vector API, to be touched only where {@link Simd#available}. The width is fixed at 256 bits and sums are
 * added lane by lane, as {@code reduceLanes} leaves its order open. The build compiles this class by itself (pom.xml):
 * javac warns about incubating modules, and no annotation can stop it.
 *
 * <p>Each loop is to be compiled for itself ({@code -XX:CompileCommand=dontinline}): as a part of a large caller it may find no
 * more room for what it calls, and then its vectors become objects, for as long as the process lives.
 */
final class SimdLoops {
    /**
     * All loops of the process that store floats have this one width. The compiler's profile of {@code intoArray} is shared by
     * all callers: where it has seen another width, sums that stay in registers over a loop are made objects instead.
     */
    static final VectorSpecies<Float> EIGHT = FloatVector.SPECIES_256;

    private static final VectorSpecies<Float> FOUR = FloatVector.SPECIES_128;
    private static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_256;
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_256;

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
        return Lanes.rest(Lanes.sum(low, high), a, aOffset, b, bOffset, i, n);
    }

    static void dots(float[] a, int aOffset, float[][] b, int[] bOffsets, int count, int n, float[] out) {
        int row = 0;
        for (; row <= count - 4; row += 4) {
            dots4(a, aOffset, b, bOffsets, row, n, out);
        }
        for (; row < count; row++) {
            out[row] = dot(a, aOffset, b[row], bOffsets[row], n);
        }
    }

    /** Four rows at a time, so that their cache lines are fetched side by side. */
    private static void dots4(float[] a, int aOffset, float[][] b, int[] bOffsets, int row, int n, float[] out) {
        float[] b0 = b[row];
        float[] b1 = b[row + 1];
        float[] b2 = b[row + 2];
        float[] b3 = b[row + 3];
        int at0 = bOffsets[row];
        int at1 = bOffsets[row + 1];
        int at2 = bOffsets[row + 2];
        int at3 = bOffsets[row + 3];
        FloatVector low0 = FloatVector.zero(EIGHT);
        FloatVector high0 = low0;
        FloatVector low1 = low0;
        FloatVector high1 = low0;
        FloatVector low2 = low0;
        FloatVector high2 = low0;
        FloatVector low3 = low0;
        FloatVector high3 = low0;
        int i = 0;
        for (; i <= n - 16; i += 16) {
            FloatVector first = FloatVector.fromArray(EIGHT, a, aOffset + i);
            FloatVector second = FloatVector.fromArray(EIGHT, a, aOffset + i + 8);
            low0 = low0.add(first.mul(FloatVector.fromArray(EIGHT, b0, at0 + i)));
            high0 = high0.add(second.mul(FloatVector.fromArray(EIGHT, b0, at0 + i + 8)));
            low1 = low1.add(first.mul(FloatVector.fromArray(EIGHT, b1, at1 + i)));
            high1 = high1.add(second.mul(FloatVector.fromArray(EIGHT, b1, at1 + i + 8)));
            low2 = low2.add(first.mul(FloatVector.fromArray(EIGHT, b2, at2 + i)));
            high2 = high2.add(second.mul(FloatVector.fromArray(EIGHT, b2, at2 + i + 8)));
            low3 = low3.add(first.mul(FloatVector.fromArray(EIGHT, b3, at3 + i)));
            high3 = high3.add(second.mul(FloatVector.fromArray(EIGHT, b3, at3 + i + 8)));
        }
        out[row] = Lanes.rest(Lanes.sum(low0, high0), a, aOffset, b0, at0, i, n);
        out[row + 1] = Lanes.rest(Lanes.sum(low1, high1), a, aOffset, b1, at1, i, n);
        out[row + 2] = Lanes.rest(Lanes.sum(low2, high2), a, aOffset, b2, at2, i, n);
        out[row + 3] = Lanes.rest(Lanes.sum(low3, high3), a, aOffset, b3, at3, i, n);
    }

    static int dot(byte[] a, int aOffset, byte[] b, int bOffset, int n) {
        return Lanes.dot(a, aOffset, b, bOffset, n);
    }

    static void dots(byte[] a, int aOffset, byte[] b, int bOffset, int count, int n, int[] out) {
        for (int row = 0, at = bOffset; row < count; row++, at += n) {
            out[row] = Lanes.dot(a, aOffset, b, at, n);
        }
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

    static void addRows(float[] c, int[] rows, int from, int n, Matrix b, float[] y, int yOffset) {
        int columns = b.columns();
        int column = 0;
        for (; column <= columns - 64; column += 64) {
            addRows64(c, rows, from, n, b, column, y, yOffset + column);
        }
        for (; column <= columns - 8; column += 8) {
            addRows8(c, rows, from, n, b, column, y, yOffset + column);
        }
        for (; column < columns; column++) {
            float sum = y[yOffset + column];
            for (int i = from; i < from + n; i++) {
                sum += c[i] * b.values()[b.offset(rows[i]) + column];
            }
            y[yOffset + column] = sum;
        }
    }

    /** The sums stay in eight registers. */
    private static void addRows64(
            float[] c, int[] rows, int from, int n, Matrix b, int column, float[] y, int yOffset) {
        FloatVector s0 = FloatVector.fromArray(EIGHT, y, yOffset);
        FloatVector s1 = FloatVector.fromArray(EIGHT, y, yOffset + 8);
        FloatVector s2 = FloatVector.fromArray(EIGHT, y, yOffset + 16);
        FloatVector s3 = FloatVector.fromArray(EIGHT, y, yOffset + 24);
        FloatVector s4 = FloatVector.fromArray(EIGHT, y, yOffset + 32);
        FloatVector s5 = FloatVector.fromArray(EIGHT, y, yOffset + 40);
        FloatVector s6 = FloatVector.fromArray(EIGHT, y, yOffset + 48);
        FloatVector s7 = FloatVector.fromArray(EIGHT, y, yOffset + 56);
        float[] x = b.values();
        for (int i = from; i < from + n; i++) {
            FloatVector alpha = FloatVector.broadcast(EIGHT, c[i]);
            int at = b.offset(rows[i]) + column;
            s0 = s0.add(FloatVector.fromArray(EIGHT, x, at).mul(alpha));
            s1 = s1.add(FloatVector.fromArray(EIGHT, x, at + 8).mul(alpha));
            s2 = s2.add(FloatVector.fromArray(EIGHT, x, at + 16).mul(alpha));
            s3 = s3.add(FloatVector.fromArray(EIGHT, x, at + 24).mul(alpha));
            s4 = s4.add(FloatVector.fromArray(EIGHT, x, at + 32).mul(alpha));
            s5 = s5.add(FloatVector.fromArray(EIGHT, x, at + 40).mul(alpha));
            s6 = s6.add(FloatVector.fromArray(EIGHT, x, at + 48).mul(alpha));
            s7 = s7.add(FloatVector.fromArray(EIGHT, x, at + 56).mul(alpha));
        }
        s0.intoArray(y, yOffset);
        s1.intoArray(y, yOffset + 8);
        s2.intoArray(y, yOffset + 16);
        s3.intoArray(y, yOffset + 24);
        s4.intoArray(y, yOffset + 32);
        s5.intoArray(y, yOffset + 40);
        s6.intoArray(y, yOffset + 48);
        s7.intoArray(y, yOffset + 56);
    }

    private static void addRows8(float[] c, int[] rows, int from, int n, Matrix b, int column, float[] y, int yOffset) {
        FloatVector sum = FloatVector.fromArray(EIGHT, y, yOffset);
        for (int i = from; i < from + n; i++) {
            sum = sum.add(FloatVector.fromArray(EIGHT, b.values(), b.offset(rows[i]) + column)
                    .mul(c[i]));
        }
        sum.intoArray(y, yOffset);
    }

    /** Parts of loops, to be compiled into each: where they were called, vectors would have to be objects. */
    private static final class Lanes {
        static float sum(FloatVector low, FloatVector high) {
            FloatVector eight = low.add(high);
            FloatVector four = ((FloatVector) eight.castShape(FOUR, 0)).add(eight.castShape(FOUR, 1));
            return (four.lane(0) + four.lane(2)) + (four.lane(1) + four.lane(3));
        }

        static float rest(float sum, float[] a, int aOffset, float[] b, int bOffset, int from, int n) {
            float whole = sum;
            for (int i = from; i < n; i++) {
                whole += a[aOffset + i] * b[bOffset + i];
            }
            return whole;
        }

        static int dot(byte[] a, int aOffset, byte[] b, int bOffset, int n) {
            IntVector sums = IntVector.zero(INTS);
            int i = 0;
            for (; i <= n - 32; i += 32) {
                sums = addProducts(shorts(a, aOffset + i), shorts(b, bOffset + i), sums);
            }
            return rest(sums.reduceLanes(VectorOperators.ADD), a, aOffset, b, bOffset, i, n);
        }

        static int rest(int sum, byte[] a, int aOffset, byte[] b, int bOffset, int from, int n) {
            int whole = sum;
            for (int i = from; i < n; i++) {
                whole += a[aOffset + i] * b[bOffset + i];
            }
            return whole;
        }

        /** Pairs of bytes. */
        static ShortVector shorts(byte[] a, int offset) {
            return ByteVector.fromArray(BYTES, a, offset).reinterpretAsShorts();
        }

        /** Products of even bytes and of odd ones; two products of bytes above -128 fit a short. */
        static IntVector addProducts(ShortVector a, ShortVector b, IntVector sums) {
            IntVector pairs = low(a).mul(low(b)).add(high(a).mul(high(b))).reinterpretAsInts();
            return sums.add(pairs.lanewise(VectorOperators.LSHL, Short.SIZE).lanewise(VectorOperators.ASHR, Short.SIZE))
                    .add(pairs.lanewise(VectorOperators.ASHR, Short.SIZE));
        }

        static ShortVector low(ShortVector pairs) {
            return pairs.lanewise(VectorOperators.LSHL, Byte.SIZE).lanewise(VectorOperators.ASHR, Byte.SIZE);
        }

        static ShortVector high(ShortVector pairs) {
            return pairs.lanewise(VectorOperators.ASHR, Byte.SIZE);
        }
    }
}
