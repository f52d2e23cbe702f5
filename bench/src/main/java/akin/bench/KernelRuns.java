package akin.bench;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link KernelBenchmark} with SIMD and without. */
final class KernelRuns {
    private KernelRuns() {}

    /** Prints nanoseconds per call: the best and the median of the iterations, as a shared machine only ever adds. */
    static void print() throws RunnerException {
        System.out.printf("%-12s %6s %10s %10s%n", "ns", "simd", "best", "median");
        for (String simd : List.of("auto", "off")) {
            for (RunResult result : run(simd)) {
                print(result, simd);
            }
        }
    }

    private static Collection<RunResult> run(String simd) throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .include(KernelBenchmark.class.getName())
                        .verbosity(VerboseMode.SILENT)
                        .jvmArgsAppend("-Dakin.simd=" + simd)
                        .build())
                .run();
    }

    private static void print(RunResult result, String simd) {
        BenchmarkParams params = result.getParams();
        String name = params.getBenchmark().substring(params.getBenchmark().lastIndexOf('.') + 1);
        double[] iterations = result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .mapToDouble(iteration -> iteration.getPrimaryResult().getScore())
                .sorted()
                .toArray();
        System.out.printf("%-12s %6s %10.1f %10.1f%n", name, simd, iterations[0], iterations[iterations.length / 2]);
    }
}
