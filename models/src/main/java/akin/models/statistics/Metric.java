package akin.models.statistics;

import java.io.Serializable;
import java.util.List;

/**
 * A figure by which arms are compared.
 *
 * @param name in definitions and results
 * @param of what is counted
 * @param per what it is divided by, or null: users
 */
public record Metric(String name, Measure of, Measure per) implements Serializable {
    private static final List<Metric> ALL = List.of(
            new Metric("click-rate", Measure.CLICKS, Measure.LISTS),
            new Metric("cart-rate", Measure.CARTS, Measure.LISTS),
            new Metric("purchase-rate", Measure.PURCHASES, Measure.LISTS),
            new Metric("clicks-per-user", Measure.CLICKS, null),
            new Metric("carts-per-user", Measure.CARTS, null),
            new Metric("purchases-per-user", Measure.PURCHASES, null),
            new Metric("value-per-user", Measure.VALUE, null),
            new Metric("lists-per-user", Measure.LISTS, null),
            new Metric("clickers", Measure.CLICKED, null),
            new Metric("carters", Measure.CARTED, null),
            new Metric("buyers", Measure.BOUGHT, null),
            new Metric("value-per-purchase", Measure.VALUE, Measure.PURCHASES));

    /** Returns all metrics that there are. */
    public static List<Metric> all() {
        return ALL;
    }

    /** Returns the metric of a name, or null when there is none. */
    public static Metric of(String name) {
        return ALL.stream()
                .filter(metric -> metric.name.equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Returns whether this is the share of users of whom something holds. */
    public boolean isShare() {
        return of == Measure.CLICKED || of == Measure.CARTED || of == Measure.BOUGHT;
    }
}
