package akin.similar;

import akin.similar.index.HnswSettings;
import akin.similar.measure.Measurement;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** Measures index and search. */
@CommandLine.Command(
        name = "bench",
        description = "Measures building and searching indexes of generated vectors, by partitions.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @CommandLine.Option(names = "--rows", defaultValue = "100000", description = "Vectors.")
    private int rows;

    @CommandLine.Option(names = "--dimensions", defaultValue = "128", description = "Of each vector.")
    private int dimensions;

    @CommandLine.Option(names = "--queries", defaultValue = "1000", description = "Vectors that are looked for.")
    private int queries;

    @CommandLine.Option(names = "--top", defaultValue = "10", description = "Nearest that are looked for.")
    private int top;

    @CommandLine.Option(
            names = "--partitions",
            split = ",",
            defaultValue = "1",
            description = "Numbers of partitions, one measurement each.")
    private List<Integer> partitions;

    @CommandLine.Option(names = "--threads", defaultValue = "2", description = "Threads.")
    private int threads;

    @CommandLine.Option(names = "--edges", defaultValue = "16", description = "M of HNSW.")
    private int edges;

    @CommandLine.Option(names = "--construction", defaultValue = "100", description = "efConstruction of HNSW.")
    private int construction;

    @CommandLine.Option(names = "--search", defaultValue = "128", description = "ef of HNSW.")
    private int search;

    @CommandLine.Option(
            names = "--write",
            paramLabel = "FILE",
            description =
                    "Also writes the vectors as little-endian floats, for other programs to be measured on the same.")
    private Path file;

    @Override
    public Integer call() throws Exception {
        Measurement measurement =
                new Measurement(rows, dimensions, queries, top, new HnswSettings(edges, construction, search));
        if (file != null) {
            measurement.write(file);
        }
        measurement.run(partitions, threads, spec.commandLine().getOut());
        return 0;
    }
}
