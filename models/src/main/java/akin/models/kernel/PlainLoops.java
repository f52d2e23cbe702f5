package akin.models.kernel;

/** What {@link SimdLoops} does, bit for bit, in plain Java. */
final class PlainLoops {
    private PlainLoops() {}

    static float dot(float[] a, int aOffset, float[] b, int bOffset, int n) {
        float s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        float s8 = 0, s9 = 0, s10 = 0, s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0;
        int i = 0;
        for (; i <= n - 16; i += 16) {
            int p = aOffset + i;
            int q = bOffset + i;
            s0 += a[p] * b[q];
            s1 += a[p + 1] * b[q + 1];
            s2 += a[p + 2] * b[q + 2];
            s3 += a[p + 3] * b[q + 3];
            s4 += a[p + 4] * b[q + 4];
            s5 += a[p + 5] * b[q + 5];
            s6 += a[p + 6] * b[q + 6];
            s7 += a[p + 7] * b[q + 7];
            s8 += a[p + 8] * b[q + 8];
            s9 += a[p + 9] * b[q + 9];
            s10 += a[p + 10] * b[q + 10];
            s11 += a[p + 11] * b[q + 11];
            s12 += a[p + 12] * b[q + 12];
            s13 += a[p + 13] * b[q + 13];
            s14 += a[p + 14] * b[q + 14];
            s15 += a[p + 15] * b[q + 15];
        }
        float even = ((s0 + s8) + (s4 + s12)) + ((s2 + s10) + (s6 + s14));
        float odd = ((s1 + s9) + (s5 + s13)) + ((s3 + s11) + (s7 + s15));
        float sum = even + odd;
        for (; i < n; i++) {
            sum += a[aOffset + i] * b[bOffset + i];
        }
        return sum;
    }

    static void dots(float[] a, int aOffset, float[][] b, int[] bOffsets, int count, int n, float[] out) {
        for (int row = 0; row < count; row++) {
            out[row] = dot(a, aOffset, b[row], bOffsets[row], n);
        }
    }

    static int dot(byte[] a, int aOffset, byte[] b, int bOffset, int n) {
        int sum = 0;
        for (int i = 0; i < n; i++) {
            sum += a[aOffset + i] * b[bOffset + i];
        }
        return sum;
    }

    static void dots(byte[] a, int aOffset, byte[] b, int bOffset, int count, int n, int[] out) {
        for (int row = 0; row < count; row++) {
            out[row] = dot(a, aOffset, b, bOffset + row * n, n);
        }
    }

    static void axpy(float alpha, float[] x, int xOffset, float[] y, int yOffset, int n) {
        for (int i = 0; i < n; i++) {
            y[yOffset + i] += alpha * x[xOffset + i];
        }
    }

    static void addRows(float[] c, int[] rows, int from, int n, Matrix b, float[] y, int yOffset) {
        for (int i = from; i < from + n; i++) {
            axpy(c[i], b.values(), b.offset(rows[i]), y, yOffset, b.columns());
        }
    }
}
