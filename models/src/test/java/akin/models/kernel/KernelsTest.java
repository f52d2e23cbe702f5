package akin.models.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class KernelsTest {
    private static final float ULP = 0x1p-23f;

    @Property(tries = 1000, seed = "1")
    void dotIsTheSumOfProducts(@ForAll @IntRange(max = 300) int n, @ForAll long seed) {
        Rows rows = new Rows(n, seed);
        double sum = 0;
        double size = 0;
        for (int i = 0; i < n; i++) {
            double product = (double) rows.a[rows.aOffset + i] * rows.b[rows.bOffset + i];
            sum += product;
            size += Math.abs(product);
        }

        assertThat((double) Kernels.dot(rows.a, rows.aOffset, rows.b, rows.bOffset, n))
                .isCloseTo(sum, within(size * ULP * (n / 16 + 20)));
        assertThat(Kernels.squaredNorm(rows.a, rows.aOffset, n))
                .isEqualTo(Kernels.dot(rows.a, rows.aOffset, rows.a, rows.aOffset, n));
    }

    @Property(tries = 1000, seed = "1")
    void rowsChangeElementByElement(@ForAll @IntRange(max = 300) int n, @ForAll long seed) {
        Rows rows = new Rows(n, seed);
        float[] expected = rows.b.clone();
        for (int i = 0; i < n; i++) {
            expected[rows.bOffset + i] += 0.3f * rows.a[rows.aOffset + i];
        }
        Kernels.axpy(0.3f, rows.a, rows.aOffset, rows.b, rows.bOffset, n);
        assertThat(rows.b).isEqualTo(expected);

        for (int i = 0; i < n; i++) {
            expected[rows.bOffset + i] *= -1.7f;
        }
        Kernels.scale(-1.7f, rows.b, rows.bOffset, n);
        assertThat(rows.b).isEqualTo(expected);
    }

    /** The greatest bytes among them, at every length, and often enough for every stage of the JIT. */
    @Test
    void dotOfBytesIsExact() {
        Random random = new Random(1);
        byte[] a = new byte[400];
        byte[] b = new byte[400];
        for (int round = 0; round < 50_000; round++) {
            int n = round % 301;
            for (int i = 0; i < a.length; i++) {
                a[i] = (byte) (random.nextBoolean() ? -127 : random.nextInt(255) - 127);
                b[i] = (byte) (random.nextBoolean() ? -127 : random.nextInt(255) - 127);
            }
            int expected = 0;
            for (int i = 0; i < n; i++) {
                expected += a[7 + i] * b[3 + i];
            }
            if (Kernels.dot(a, 7, b, 3, n) != expected || PlainLoops.dot(a, 7, b, 3, n) != expected) {
                assertThat(Kernels.dot(a, 7, b, 3, n)).as("dot of %d", n).isEqualTo(expected);
                assertThat(PlainLoops.dot(a, 7, b, 3, n))
                        .as("plain dot of %d", n)
                        .isEqualTo(expected);
            }
        }
    }

    /** Each as the product of two rows, at every length. */
    @Test
    void dotsOfBytesAreDots() {
        Random random = new Random(2);
        byte[] a = new byte[400];
        byte[] rows = new byte[4000];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (byte) (random.nextInt(255) - 127);
        }
        System.arraycopy(rows, 1000, a, 0, a.length);
        int[] out = new int[10];
        int[] plain = new int[10];
        for (int n = 0; n <= 300; n++) {
            Kernels.dots(a, 7, rows, 3, out.length, n, out);
            PlainLoops.dots(a, 7, rows, 3, out.length, n, plain);
            for (int row = 0; row < out.length; row++) {
                int expected = PlainLoops.dot(a, 7, rows, 3 + row * n, n);
                assertThat(out[row]).as("row %d of %d", row, n).isEqualTo(expected);
                assertThat(plain[row]).as("row %d of %d", row, n).isEqualTo(expected);
            }
        }
    }

    /** Long enough for every stage of the JIT to have its turn. */
    @Test
    void simdEqualsPlainToTheBit() {
        assumeTrue(Simd.available(), "this JVM has no Vector API or no 256-bit registers");
        for (int round = 0; round < 100_000; round++) {
            int n = round % 301;
            Rows rows = new Rows(n, round);
            float[] plain = rows.b.clone();
            float plainDot = PlainLoops.dot(rows.a, rows.aOffset, rows.b, rows.bOffset, n);
            float simdDot = SimdLoops.dot(rows.a, rows.aOffset, rows.b, rows.bOffset, n);
            PlainLoops.axpy(plainDot, rows.a, rows.aOffset, plain, rows.bOffset, n);
            SimdLoops.axpy(simdDot, rows.a, rows.aOffset, rows.b, rows.bOffset, n);
            if (plainDot != simdDot || !Arrays.equals(plain, rows.b)) {
                assertThat(simdDot).as("dot of %d", n).isEqualTo(plainDot);
                assertThat(rows.b).as("axpy of %d", n).isEqualTo(plain);
            }
        }
    }

    @Test
    void productsWithSeveralRowsAreThoseWithEach() {
        for (int round = 0; round < 20_000; round++) {
            int n = round % 151;
            int count = round % 9;
            Random random = new Random(round);
            float[] a = floats(random, n + 3);
            float[][] arrays = {floats(random, 10 * (n + 1)), floats(random, 10 * (n + 1))};
            float[][] b = random.ints(count, 0, 2).mapToObj(i -> arrays[i]).toArray(float[][]::new);
            int[] offsets = random.ints(count, 0, 9 * (n + 1)).toArray();
            float[] products = new float[count];
            Kernels.dots(a, 3, b, offsets, count, n, products);
            for (int row = 0; row < count; row++) {
                float expected = PlainLoops.dot(a, 3, b[row], offsets[row], n);
                if (products[row] != expected) {
                    assertThat(products[row])
                            .as("row %d of %d, %d numbers", row, count, n)
                            .isEqualTo(expected);
                }
            }
        }
    }

    private static float[] floats(Random random, int n) {
        float[] floats = new float[n];
        for (int i = 0; i < n; i++) {
            floats[i] = random.nextFloat() - 0.5f;
        }
        return floats;
    }

    @Test
    void addsARowToItself() {
        float[] row = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        Kernels.axpy(1, row, 0, row, 0, 9);

        assertThat(row).containsExactly(2, 4, 6, 8, 10, 12, 14, 16, 18);
    }

    @Test
    void isChosenByTheProperty() {
        assertThat(Simd.wanted("auto")).isTrue();
        assertThat(Simd.wanted("off")).isFalse();
        assertThatThrownBy(() -> Simd.wanted("on")).hasMessage("akin.simd is 'on', must be auto or off");
        assertThat(Kernels.name()).isEqualTo(Simd.available() ? "simd-256" : "plain");
    }

    /** Two rows of normal random numbers at random offsets, with something behind them. */
    private static final class Rows {
        final int aOffset;
        final int bOffset;
        final float[] a;
        final float[] b;

        Rows(int n, long seed) {
            Random random = new Random(seed);
            aOffset = random.nextInt(40);
            bOffset = random.nextInt(40);
            a = row(aOffset + n + random.nextInt(20), random);
            b = row(bOffset + n + random.nextInt(20), random);
        }

        private static float[] row(int length, Random random) {
            float[] row = new float[length];
            for (int i = 0; i < length; i++) {
                row[i] = random.nextFloat() * 4 - 2;
            }
            return row;
        }
    }
}
