package akin.models.kernel;

/**
 * The arithmetic of learners on rows of floats: a row is {@code n} floats of an array from an offset on. Two rows may be
 * the same one, or must not overlap.
 *
 * <p>Where the JVM has the incubating Vector API ({@code --add-modules jdk.incubator.vector}) and 256-bit registers,
 * SIMD is used, unless the system property {@code akin.simd} is {@code off}. Either way, and on every machine, results
 * are the same to the bit: the order of sums is fixed and nothing is fused.
 */
public final class Kernels {
    private static final boolean SIMD = Simd.wanted(System.getProperty("akin.simd", "auto")) && Simd.available();

    private Kernels() {}

    /** Which implementation is in use: {@code simd-256} or {@code plain}. */
    public static String name() {
        return SIMD ? "simd-256" : "plain";
    }

    /**
     * The inner product of two rows. Sixteen sums, the i-th product going to sum i mod 16, are added in halves: sum j +
     * sum j+8, then j+4, j+2, j+1; the last n mod 16 products follow one by one.
     */
    public static float dot(float[] a, int aOffset, float[] b, int bOffset, int n) {
        return SIMD ? SimdLoops.dot(a, aOffset, b, bOffset, n) : PlainLoops.dot(a, aOffset, b, bOffset, n);
    }

    /**
     * The inner products of one row with several rows of one or more arrays, each summed as in {@link #dot}: together they
     * wait less for memory than one by one.
     *
     * @param b the array of each row, {@code count} of them
     * @param bOffsets where each begins
     * @param out takes the products
     */
    public static void dots(float[] a, int aOffset, float[][] b, int[] bOffsets, int count, int n, float[] out) {
        if (SIMD) {
            SimdLoops.dots(a, aOffset, b, bOffsets, count, n, out);
        } else {
            PlainLoops.dots(a, aOffset, b, bOffsets, count, n, out);
        }
    }

    /** The inner product of two rows of bytes above -128, exact where the sum of the sizes of its products fits an int. */
    public static int dot(byte[] a, int aOffset, byte[] b, int bOffset, int n) {
        return SIMD ? SimdLoops.dot(a, aOffset, b, bOffset, n) : PlainLoops.dot(a, aOffset, b, bOffset, n);
    }

    /**
     * The inner products of one row of bytes above -128 with {@code count} rows that follow one another, each as in
     * {@link #dot(byte[], int, byte[], int, int)}.
     *
     * @param out takes the products
     */
    public static void dots(byte[] a, int aOffset, byte[] b, int bOffset, int count, int n, int[] out) {
        if (SIMD) {
            SimdLoops.dots(a, aOffset, b, bOffset, count, n, out);
        } else {
            PlainLoops.dots(a, aOffset, b, bOffset, count, n, out);
        }
    }

    /** The inner product of a row with itself, summed as in {@link #dot}. */
    public static float squaredNorm(float[] a, int offset, int n) {
        return dot(a, offset, a, offset, n);
    }

    /** {@code y += alpha x}. */
    public static void axpy(float alpha, float[] x, int xOffset, float[] y, int yOffset, int n) {
        if (SIMD) {
            SimdLoops.axpy(alpha, x, xOffset, y, yOffset, n);
        } else {
            PlainLoops.axpy(alpha, x, xOffset, y, yOffset, n);
        }
    }

    /** {@code y += Σ_i ci bi} over rows of b, {@code n} of them from {@code from} on in {@code rows} and {@code c}, in order. */
    public static void addRows(float[] c, int[] rows, int from, int n, Matrix b, float[] y, int yOffset) {
        if (SIMD) {
            SimdLoops.addRows(c, rows, from, n, b, y, yOffset);
        } else {
            PlainLoops.addRows(c, rows, from, n, b, y, yOffset);
        }
    }

    /** {@code x *= alpha}. */
    public static void scale(float alpha, float[] x, int offset, int n) {
        for (int i = offset; i < offset + n; i++) {
            x[i] *= alpha;
        }
    }
}
