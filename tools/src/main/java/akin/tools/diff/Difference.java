package akin.tools.diff;

import akin.models.event.Printable;
import akin.models.memory.Paged;
import akin.models.memory.Vectors;
import akin.models.recommender.Recommender;
import akin.models.recommender.RecommenderSettings;
import akin.state.savepoint.SavedJob;
import akin.state.savepoint.SavepointEnvironment;
import akin.tools.diff.Comparison.Outcome;
import java.io.PrintStream;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;

/**
 * Where two savepoints differ: entry by entry, without a model being rebuilt. Both are sorted by Flink, on disk when they
 * are large, so that memory does not grow with them.
 */
public final class Difference {
    private final SortedMap<String, PartDifference> parts = new TreeMap<>();

    /**
     * Compares two savepoints.
     *
     * @param settings say which tables hold floats; the savepoints themselves may have been made under others
     */
    public static Difference of(SavedJob first, SavedJob second, RecommenderSettings settings) throws Exception {
        StreamExecutionEnvironment env = SavepointEnvironment.create();
        env.setRuntimeMode(RuntimeExecutionMode.BATCH);
        Difference difference = new Difference();
        try (CloseableIterator<Comparison> comparisons = StateEntries.of(first.states(env))
                .keyBy(StateEntry::key, Types.STRING)
                .connect(StateEntries.of(second.states(env)).keyBy(StateEntry::key, Types.STRING))
                .process(new PairEntries(floats(settings)), TypeInformation.of(Comparison.class))
                .executeAndCollect("akin savepoint diff")) {
            comparisons.forEachRemaining(difference::add);
        }
        return difference;
    }

    private static Set<String> floats(RecommenderSettings settings) {
        return new Recommender(settings)
                .memory().tables().stream()
                        .filter(table -> table instanceof Vectors)
                        .map(Paged::name)
                        .collect(Collectors.toSet());
    }

    private void add(Comparison comparison) {
        parts.computeIfAbsent(comparison.part(), part -> new PartDifference()).add(comparison);
    }

    public boolean isEmpty() {
        return parts.values().stream().allMatch(PartDifference::isEqual);
    }

    /** Differences by table, and by the names in brackets of what is no page. */
    SortedMap<String, PartDifference> parts() {
        return parts;
    }

    public void print(PrintStream out) {
        if (isEmpty()) {
            out.println("equal:");
            parts.forEach((name, part) -> out.printf("  %-28s %,12d%n", name, part.entries()));
            return;
        }
        out.printf(
                "%-28s %9s %8s %8s %8s %9s %8s %9s %12s  %s%n",
                "different",
                "equal",
                "only A",
                "only B",
                "changed",
                "reshaped",
                "rows",
                "numbers",
                "at most",
                "such as");
        parts.forEach((name, part) -> {
            if (!part.isEqual()) {
                print(name, part, out);
            }
        });
    }

    private static void print(String name, PartDifference part, PrintStream out) {
        out.printf(
                "%-28s %,9d %,8d %,8d %,8d %,9d %,8d %,9d %12s  %s%n",
                name,
                part.count(Outcome.EQUAL),
                part.count(Outcome.ONLY_FIRST),
                part.count(Outcome.ONLY_SECOND),
                part.count(Outcome.CHANGED),
                part.count(Outcome.RESHAPED),
                part.rows(),
                part.numbers(),
                part.greatest() == 0 ? "" : String.format("%.6g", part.greatest()),
                Printable.of(part.places()));
    }
}
