package akin.bench;

import akin.models.kernel.Gemm;
import akin.models.kernel.Matrix;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Matrix products of the sizes that layers have: rows of a batch or pool, by inner dimension, by columns. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 250, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 12, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class GemmBenchmark {
    private static final float SMALL = 1e-3f;

    @Param({"64x64x64", "200x64x64", "200x40x24", "1x64x64"})
    private String shape;

    private final Gemm gemm = new Gemm();
    private Matrix a;
    private Matrix aTransposed;
    private Matrix b;
    private Matrix bTransposed;
    private Matrix c;

    /** Floating-point operations of a product of a shape. */
    static double operations(String shape) {
        int[] sizes = sizes(shape);
        return 2.0 * sizes[0] * sizes[1] * sizes[2];
    }

    private static int[] sizes(String shape) {
        String[] parts = shape.split("x");
        return new int[] {Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2])};
    }

    @Setup
    public void fill() {
        int[] sizes = sizes(shape);
        Random random = new Random(1);
        a = matrix(sizes[0], sizes[1], random);
        aTransposed = matrix(sizes[1], sizes[0], random);
        b = matrix(sizes[1], sizes[2], random);
        bTransposed = matrix(sizes[2], sizes[1], random);
        c = matrix(sizes[0], sizes[2], random);
    }

    private static Matrix matrix(int rows, int columns, Random random) {
        Matrix matrix = new Matrix();
        matrix.resize(rows, columns);
        for (int i = 0; i < rows * columns; i++) {
            matrix.values()[i] = (random.nextFloat() - 0.5f) * SMALL;
        }
        return matrix;
    }

    @Benchmark
    public void addAB() {
        gemm.addAB(a, b, c);
    }

    @Benchmark
    public void addATB() {
        gemm.addATB(aTransposed, b, c);
    }

    @Benchmark
    public void addABT() {
        gemm.addABT(a, bTransposed, c);
    }
}
