package akin.models.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MatrixTest {
    private static Matrix random(int rows, int columns, Random random) {
        Matrix matrix = new Matrix();
        matrix.resize(rows + 3, columns + 2);
        matrix.resize(rows, columns);
        for (int i = 0; i < rows * columns; i++) {
            matrix.values()[i] = random.nextFloat() * 4 - 2;
        }
        return matrix;
    }

    private static float get(Matrix matrix, int row, int column) {
        return matrix.values()[matrix.offset(row) + column];
    }

    @Property(tries = 300, seed = "1")
    void productsAreSumsOverTheInnerDimension(
            @ForAll @IntRange(max = 20) int rows,
            @ForAll @IntRange(max = 40) int inner,
            @ForAll @IntRange(max = 150) int columns,
            @ForAll long seed) {
        Random random = new Random(seed);
        Matrix a = random(rows, inner, random);
        Matrix transposed = random(inner, rows, random);
        Matrix b = random(inner, columns, random);
        Matrix product = new Matrix();
        product.product(a, b);
        Matrix transposedProduct = new Matrix();
        transposedProduct.transposedProduct(transposed, b);

        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double sum = 0;
                double ofTransposed = 0;
                for (int i = 0; i < inner; i++) {
                    sum += (double) get(a, row, i) * get(b, i, column);
                    ofTransposed += (double) get(transposed, i, row) * get(b, i, column);
                }
                assertThat((double) get(product, row, column)).isCloseTo(sum, within(1e-4));
                assertThat((double) get(transposedProduct, row, column)).isCloseTo(ofTransposed, within(1e-4));
            }
        }
    }

    @Property(tries = 100, seed = "1")
    void rowsBecomeColumns(
            @ForAll @IntRange(max = 70) int rows, @ForAll @IntRange(max = 70) int columns, @ForAll long seed) {
        Matrix matrix = random(rows, columns, new Random(seed));
        Matrix transposed = new Matrix();
        transposed.transpose(matrix);

        assertThat(transposed.rows()).isEqualTo(columns);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                assertThat(get(transposed, column, row)).isEqualTo(get(matrix, row, column));
            }
        }
    }

    /** Long enough for every stage of the JIT to have its turn. */
    @Test
    void simdEqualsPlainToTheBit() {
        assumeTrue(Simd.available(), "this JVM has no Vector API or no 256-bit registers");
        for (int round = 0; round < 20_000; round++) {
            Random random = new Random(round);
            Matrix b = random(1 + round % 37, 1 + round % 151, random);
            int n = round % 50;
            float[] c = random(1, 5 + n, random).values();
            int[] rows = random.ints(5 + n, 0, b.rows()).toArray();
            float[] plain = random(1, 7 + b.columns(), random).values();
            float[] simd = plain.clone();
            PlainLoops.addRows(c, rows, 5, n, b, plain, 7);
            SimdLoops.addRows(c, rows, 5, n, b, simd, 7);
            if (!Arrays.equals(simd, plain)) {
                assertThat(simd).as("%d rows of %d", n, b.columns()).isEqualTo(plain);
            }
        }
    }
}
