package akin.models.embedding;

import akin.models.catalog.Catalog;
import akin.models.catalog.Items;
import akin.models.component.ItemMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.stat.correlation.Covariance;

/** Draws the map of a table's items by principal component analysis. */
final class Cartographer {
    private static final int FEWEST_ITEMS = 3;

    private final Catalog catalog;
    private final Slots slots;
    private final Embeddings table;

    Cartographer(Catalog catalog, Slots slots, Embeddings table) {
        this.catalog = catalog;
        this.slots = slots;
        this.table = table;
    }

    /** The map of the {@code most} most visited items, or null when there are too few or they have no spread. */
    ItemMap draw(String learner, int most) {
        Items items = catalog.items();
        List<Integer> rows = IntStream.range(1, items.end())
                .filter(row -> items.isAlive(row) && table.has(slots.of(row)))
                .boxed()
                .sorted(Comparator.comparingInt((Integer row) -> -items.visits(row))
                        .thenComparing(row -> row))
                .limit(most)
                .toList();
        if (rows.size() < FEWEST_ITEMS || table.dimensions() < 2) {
            return null;
        }
        double[][] vectors = rows.stream().map(this::unit).toArray(double[][]::new);
        RealMatrix covariance = new Covariance(vectors).getCovarianceMatrix();
        if (!(covariance.getTrace() > 0)) {
            return null;
        }
        EigenDecomposition axes = new EigenDecomposition(covariance);
        RealVector first = upright(axes.getEigenvector(0));
        RealVector second = upright(axes.getEigenvector(1));
        List<ItemMap.Point> points = new ArrayList<>();
        for (int i = 0; i < vectors.length; i++) {
            points.add(point(rows.get(i), dot(first, vectors[i]), dot(second, vectors[i])));
        }
        return new ItemMap(
                learner,
                List.of(
                        axes.getRealEigenvalue(0) / covariance.getTrace(),
                        axes.getRealEigenvalue(1) / covariance.getTrace()),
                points);
    }

    private double[] unit(int row) {
        double[] vector = new double[table.dimensions()];
        float[] page = table.page(slots.of(row));
        int at = table.offset(slots.of(row));
        double squares = 0;
        for (int i = 0; i < vector.length; i++) {
            vector[i] = page[at + i];
            squares += vector[i] * vector[i];
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= Math.sqrt(Math.max(squares, Double.MIN_NORMAL));
        }
        return vector;
    }

    /** An axis has no sign of its own: its greatest coordinate shall be positive. */
    private static RealVector upright(RealVector axis) {
        double greatest = Math.abs(axis.getMaxValue()) >= Math.abs(axis.getMinValue()) ? 1 : -1;
        return axis.mapMultiply(greatest);
    }

    private static double dot(RealVector axis, double[] vector) {
        double sum = 0;
        for (int i = 0; i < vector.length; i++) {
            sum += axis.getEntry(i) * vector[i];
        }
        return sum;
    }

    private ItemMap.Point point(int row, double x, double y) {
        Items items = catalog.items();
        int node = items.category(row);
        String category = node == 0 ? "" : String.join("/", catalog.categories().path(node));
        return new ItemMap.Point(items.id(row), category, items.visits(row), x, y);
    }
}
