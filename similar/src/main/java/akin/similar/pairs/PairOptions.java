package akin.similar.pairs;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Options of commands that measure by labelled pairs. */
public final class PairOptions {
    @Option(
            names = "--valid",
            paramLabel = "FILE",
            required = true,
            description = "Labelled pairs to choose by, such as the threshold.")
    private Path valid;

    @Option(names = "--test", paramLabel = "FILE", required = true, description = "Labelled pairs to measure.")
    private Path test;

    @Option(
            names = "--pair-column",
            paramLabel = "WHAT=NAME",
            description =
                    "The column of the files of pairs that holds left, right or label; guessed from its name otherwise.")
    private Map<String, String> columns = new LinkedHashMap<>();

    public Path valid() {
        return valid;
    }

    public Path test() {
        return test;
    }

    /** Returns names of columns by {@code left}, {@code right} and {@code label}. */
    public Map<String, String> columns() {
        return columns;
    }
}
