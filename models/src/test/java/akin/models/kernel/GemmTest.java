package akin.models.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GemmTest {
    static Matrix random(int rows, int columns, Random random) {
        Matrix matrix = new Matrix();
        matrix.resize(rows, columns);
        for (int i = 0; i < rows * columns; i++) {
            matrix.values()[i] = random.nextFloat() * 4 - 2;
        }
        return matrix;
    }

    private static float get(Matrix matrix, int row, int column) {
        return matrix.values()[matrix.offset(row) + column];
    }

    private static Matrix transposed(Matrix matrix) {
        Matrix transposed = new Matrix();
        transposed.transpose(matrix);
        return transposed;
    }

    private static Matrix copy(Matrix matrix) {
        return transposed(transposed(matrix));
    }

    /** Sums in the order of the inner dimension with fma. */
    private static float[] naive(Matrix a, Matrix b, Matrix c) {
        float[] sums = new float[c.rows() * c.columns()];
        for (int row = 0; row < c.rows(); row++) {
            for (int column = 0; column < c.columns(); column++) {
                float sum = get(c, row, column);
                for (int i = 0; i < a.columns(); i++) {
                    sum = Math.fma(get(a, row, i), get(b, i, column), sum);
                }
                sums[c.offset(row) + column] = sum;
            }
        }
        return sums;
    }

    @Property(tries = 1000, seed = "1")
    void allFormsAreTheNaiveSumToTheBit(
            @ForAll @IntRange(max = 19) int rows,
            @ForAll @IntRange(max = 70) int inner,
            @ForAll @IntRange(max = 140) int columns,
            @ForAll boolean simd,
            @ForAll long seed) {
        assumeTrue(!simd || Simd.available());
        Random random = new Random(seed);
        Matrix a = random(rows, inner, random);
        Matrix b = random(inner, columns, random);
        Matrix ab = random(rows, columns, random);
        Matrix atb = copy(ab);
        Matrix abt = copy(ab);
        float[] expected = naive(a, b, ab);
        Gemm gemm = new Gemm(simd);

        gemm.addAB(a, b, ab);
        gemm.addATB(transposed(a), b, atb);
        gemm.addABT(a, transposed(b), abt);

        int n = rows * columns;
        assertThat(Arrays.copyOf(ab.values(), n)).isEqualTo(expected);
        assertThat(Arrays.copyOf(atb.values(), n)).isEqualTo(expected);
        assertThat(Arrays.copyOf(abt.values(), n)).isEqualTo(expected);
    }

    @Test
    void wideMatricesAreTheNaiveSumToTheBit() {
        Random random = new Random(1);
        Matrix a = random(300, 5, random);
        Matrix b = random(5, 9, random);
        Matrix c = random(300, 9, random);
        float[] expected = naive(a, b, c);

        new Gemm().addATB(transposed(a), b, c);

        assertThat(Arrays.copyOf(c.values(), 300 * 9)).isEqualTo(expected);
    }

    /** Long enough for every stage of the JIT to have its turn. */
    @Test
    void simdEqualsPlainToTheBit() {
        assumeTrue(Simd.available(), "this JVM has no Vector API or no 256-bit registers");
        Gemm simd = new Gemm(true);
        Gemm plain = new Gemm(false);
        for (int round = 0; round < 20_000; round++) {
            Random random = new Random(round);
            Matrix a = random(1 + round % 13, 1 + round % 37, random);
            Matrix b = random(a.columns(), 1 + round % 97, random);
            Matrix c = random(a.rows(), b.columns(), random);
            Matrix expected = copy(c);
            simd.addAB(a, b, c);
            plain.addAB(a, b, expected);
            if (!Arrays.equals(c.values(), expected.values())) {
                assertThat(c.values())
                        .as("%d×%d×%d", a.rows(), a.columns(), b.columns())
                        .isEqualTo(expected.values());
            }
        }
    }

    /** Registers of 256 bits, 512 bits, or none: another JVM each, which prints a hash of what it makes. */
    @Test
    void registersOfAnyWidthMakeTheSameBits() throws Exception {
        String here = GemmDigest.of(new Gemm());

        assertThat(GemmDigest.inAnotherJvm("-XX:UseAVX=2")).isEqualTo(here);
        assertThat(GemmDigest.inAnotherJvm("-Dakin.simd=off")).isEqualTo(here);
    }

    @Test
    void refusesShapesThatDoNotFit() {
        Random random = new Random(1);
        Matrix two = random(2, 3, random);

        assertThatThrownBy(() -> new Gemm().addAB(two, two, two))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a product of 2×3 and 2×3 does not fit into 2×3");
        assertThatThrownBy(() -> new Gemm().addATB(two, two, two)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Gemm().addABT(two, two, two)).isInstanceOf(IllegalArgumentException.class);
    }
}
