package akin.bench;

import akin.models.kernel.Kernels;
import akin.models.kernel.Scalars;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Kernels on rows of 64 floats. The small table lies in the L2 cache, the large one does not; {@code rows} is the cost of
 * choosing two rows of the small one, which the others bear too.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 250, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 12, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class KernelBenchmark {
    private static final int WIDTH = 64;
    private static final int PAGE_ROWS = 16;
    private static final int SMALL = 1 << 11;
    private static final int LARGE = 100_000;
    private static final float RATE = 1e-3f;

    private final float[] gradient = new float[WIDTH];
    private float[][] pages;
    private int draw;
    private float[] a;
    private float[] b;
    private int aOffset;
    private int bOffset;

    @Setup
    public void fill() {
        Random random = new Random(1);
        pages = new float[LARGE / PAGE_ROWS][PAGE_ROWS * WIDTH];
        for (float[] page : pages) {
            for (int i = 0; i < page.length; i++) {
                page[i] = (random.nextFloat() - 0.5f) / WIDTH;
            }
        }
    }

    private void choose(int rows) {
        int first = next(rows);
        int second = next(rows);
        a = pages[first / PAGE_ROWS];
        aOffset = first % PAGE_ROWS * WIDTH;
        b = pages[second / PAGE_ROWS];
        bOffset = second % PAGE_ROWS * WIDTH;
    }

    private int next(int rows) {
        draw = draw * 1664525 + 1013904223;
        return (int) ((draw >>> 4) * (long) rows >>> 28);
    }

    @Benchmark
    public float rows() {
        choose(SMALL);
        return a[aOffset] + b[bOffset];
    }

    @Benchmark
    public float dot() {
        choose(SMALL);
        return Kernels.dot(a, aOffset, b, bOffset, WIDTH);
    }

    @Benchmark
    public void axpy() {
        choose(SMALL);
        Kernels.axpy(1e-9f, a, aOffset, b, bOffset, WIDTH);
    }

    @Benchmark
    public float sigmoid() {
        choose(SMALL);
        return Scalars.sigmoid(a[aOffset] + b[bOffset]);
    }

    @Benchmark
    public void updateSmall() {
        update(SMALL);
    }

    @Benchmark
    public void updateLarge() {
        update(LARGE);
    }

    /** One negative example of word2vec: the target learns, the gradient of the context is summed up. */
    private void update(int rows) {
        choose(rows);
        float score = Kernels.dot(a, aOffset, b, bOffset, WIDTH);
        float step = -RATE * Scalars.sigmoid(score);
        Kernels.axpy(step, b, bOffset, gradient, 0, WIDTH);
        Kernels.axpy(step, a, aOffset, b, bOffset, WIDTH);
    }
}
