package akin.similar;

import akin.similar.index.HnswSettings;
import akin.similar.index.Reach;
import akin.similar.measure.Measurement;
import akin.similar.measure.TitleFigures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** Measures index and search. */
@CommandLine.Command(
        name = "bench",
        description = "Measures building and searching indexes, by partitions, or embedding titles.",
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

    @CommandLine.Option(names = "--search", defaultValue = "128", description = "ef of HNSW, at least.")
    private int search;

    @CommandLine.Option(
            names = "--breadth",
            split = ",",
            defaultValue = "4",
            description = "Kept in view per vector that is looked for, one measurement each.")
    private List<Double> breadths;

    @CommandLine.Option(
            names = "--scan",
            split = ",",
            defaultValue = "256",
            description =
                    "Vectors per one in view up to which an index is compared as a whole, one measurement each; 0: never.")
    private List<Integer> scans;

    @CommandLine.Option(
            names = "--titles",
            paramLabel = "RUN",
            description = "Measures how fast titles of a run's catalogue are embedded instead, --rows of them at most.")
    private Path run;

    @CommandLine.Option(
            names = "--vectors",
            paramLabel = "FOLDER",
            description =
                    "Measures the vectors of a step of a run, such as DIR/embed/title, instead of generated ones.")
    private Path folder;

    @CommandLine.Option(
            names = "--write",
            paramLabel = "FILE",
            description =
                    "Also writes the vectors as little-endian floats, for other programs to be measured on the same.")
    private Path file;

    @Override
    public Integer call() throws Exception {
        if (run != null) {
            TitleFigures.run(run, rows, spec.commandLine().getOut());
            return 0;
        }
        Measurement measurement = folder == null
                ? Measurement.ofGenerated(rows, dimensions, queries, top)
                : Measurement.ofStep(folder, queries, top);
        if (file != null) {
            measurement.write(file);
        }
        HnswSettings settings = new HnswSettings(edges, construction, search, breadths.get(0), scans.get(0));
        measurement.run(
                partitions, settings, ways(), threads, spec.commandLine().getOut());
        return 0;
    }

    private List<Reach> ways() {
        List<Reach> ways = new ArrayList<>();
        for (double breadth : breadths) {
            for (int scan : scans) {
                ways.add(new HnswSettings(edges, construction, search, breadth, scan).reach(top));
            }
        }
        return ways;
    }
}
