package akin.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link KernelBenchmark} and {@link GemmBenchmark} with SIMD and without. */
final class KernelRuns {
    private KernelRuns() {}

    /** Prints the best and the median of the iterations, as a shared machine only ever adds. */
    static void print() throws RunnerException {
        System.out.printf("%-12s %6s %10s %10s%n", "ns", "simd", "best", "median");
        for (String simd : List.of("auto", "off")) {
            for (RunResult result : run(KernelBenchmark.class, simd)) {
                double[] nanos = nanos(result);
                System.out.printf("%-12s %6s %10.1f %10.1f%n", name(result), simd, nanos[0], median(nanos));
            }
        }
        System.out.printf("%n%-12s %-10s %6s %10s %10s%n", "GFLOP/s", "shape", "simd", "best", "median");
        for (String simd : List.of("auto", "off")) {
            for (RunResult result : run(GemmBenchmark.class, simd)) {
                String shape = result.getParams().getParam("shape");
                double operations = GemmBenchmark.operations(shape);
                double[] nanos = nanos(result);
                System.out.printf(
                        "%-12s %-10s %6s %10.1f %10.1f%n",
                        name(result), shape, simd, operations / nanos[0], operations / median(nanos));
            }
        }
    }

    private static Collection<RunResult> run(Class<?> benchmark, String simd) throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .include(benchmark.getName())
                        .verbosity(VerboseMode.SILENT)
                        .jvmArgsAppend("-Dakin.simd=" + simd)
                        .build())
                .run();
    }

    private static String name(RunResult result) {
        BenchmarkParams params = result.getParams();
        return params.getBenchmark().substring(params.getBenchmark().lastIndexOf('.') + 1);
    }

    /** Time per call in each iteration, fastest first. */
    private static double[] nanos(RunResult result) {
        double[] iterations = result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .mapToDouble(iteration -> iteration.getPrimaryResult().getScore())
                .toArray();
        Arrays.sort(iterations);
        return iterations;
    }

    private static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }
}
