package akin.similar.measure;

import akin.similar.index.Reach;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Foretells what larger catalogues cost from what was measured. With {@code n} rows in an index and {@code w} in view:
 *
 * <ul>
 *   <li>a build takes {@code a n log2 n}
 *   <li>a query of an index that is walked {@code b w log2 n}, of one that is compared as a whole {@code c n}
 * </ul>
 *
 * <p>Each coefficient is the mean of those of the lines that were measured. Steps are cut into parts that machines share
 * without waiting for each other, so that time is divided by their number.
 */
final class Forecast {
    private static final long[] ROWS = {10_000_000, 100_000_000};
    private static final int[] MACHINES = {1, 10, 100};

    private final List<Measured> measured;

    Forecast(List<Measured> measured) {
        this.measured = measured;
    }

    /**
     * A line of figures.
     *
     * @param rows of all indexes
     * @param buildSeconds of all indexes
     * @param querySeconds of one query in all indexes
     * @param bytes of all indexes
     */
    record Measured(long rows, int indexes, Reach reach, double buildSeconds, double querySeconds, long bytes) {
        long rowsOfOne() {
            return rows / indexes;
        }

        int width() {
            return reach.width(reach.nearest(rowsOfOne(), rows));
        }

        boolean isScan() {
            return reach.isScan(rowsOfOne(), reach.nearest(rowsOfOne(), rows));
        }

        /** What a build takes in units of the model. */
        private double build() {
            return indexes * rowsOfOne() * log(rowsOfOne());
        }

        /** What a query takes in units of the model. */
        private double query() {
            return isScan() ? rows : (double) indexes * width() * log(rowsOfOne());
        }
    }

    private static double log(double n) {
        return Math.log(n) / Math.log(2);
    }

    /** Returns the seconds of CPU that building takes. */
    double build(Measured of) {
        return of.build() * mean(line -> true, line -> line.buildSeconds() / line.build());
    }

    /** Returns the seconds of CPU that a query takes; NaN where no line was measured that looks in the same way. */
    double query(Measured of) {
        return of.query() * mean(line -> line.isScan() == of.isScan(), line -> line.querySeconds() / line.query());
    }

    private double mean(Predicate<Measured> which, ToDoubleFunction<Measured> value) {
        return measured.stream().filter(which).mapToDouble(value).average().orElse(Double.NaN);
    }

    /** Returns how far the model is from what was measured, as a share of that, at most. */
    private double error(ToDoubleFunction<Measured> model, ToDoubleFunction<Measured> real) {
        return measured.stream()
                .mapToDouble(line -> Math.abs(model.applyAsDouble(line) / real.applyAsDouble(line) - 1))
                .max()
                .orElse(Double.NaN);
    }

    /** Says hours of machines for larger catalogues in indexes as large as the largest that was measured. */
    void print(int cores, PrintWriter out) {
        Measured largest = measured.stream()
                .reduce((a, b) -> b.rowsOfOne() > a.rowsOfOne() ? b : a)
                .orElseThrow();
        out.printf(
                Locale.ROOT,
                "%nforecast for machines of %d cores, as many queries as rows; off by up to %.0f %% (build) and %.0f %% (query) here%n",
                cores,
                100 * error(this::build, Measured::buildSeconds),
                100 * error(this::query, Measured::querySeconds));
        out.printf("%10s %8s %10s %9s %12s %12s%n", "rows", "indexes", "MB each", "machines", "build h", "query h");
        for (long rows : ROWS) {
            int indexes = (int) Math.max(1, rows / largest.rowsOfOne());
            Measured foretold = new Measured(rows, indexes, largest.reach(), 0, 0, 0);
            for (int machines : MACHINES) {
                double hours = 3600.0 * machines * cores;
                out.printf(
                        Locale.ROOT,
                        "%10d %8d %10d %9d %12.2f %12.2f%n",
                        rows,
                        indexes,
                        largest.bytes() / largest.indexes() >> 20,
                        machines,
                        build(foretold) / hours,
                        rows * query(foretold) / hours);
            }
        }
    }
}
