package akin.models.als;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Runs tasks that don't depend on each other, so that what comes out is the same with any number of threads. */
public final class Workers {
    /** Rows of a task: the same for any number of threads, as sums are added up per task. */
    public static final int BLOCK = 1024;

    private final int threads;

    /** @param threads at least 1 */
    public Workers(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads is " + threads + ", must be at least 1");
        }
        this.threads = threads;
    }

    /** Runs tasks 0 to {@code n - 1}. */
    public void run(int n, IntConsumer task) {
        if (threads == 1 || n == 1) {
            IntStream.range(0, n).forEach(task);
            return;
        }
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            pool.submit(() -> IntStream.range(0, n).parallel().forEach(task)).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    /** Returns how many tasks so many rows make. */
    public static int blocks(int rows) {
        return (rows + BLOCK - 1) / BLOCK;
    }
}
