package akin.models.offpolicy;

import java.util.Collection;
import java.util.function.ToDoubleFunction;

/** Sums of one user's lists. */
final class Ratios {
    private double lists;
    private double clicks;
    private double ips;
    private double supported;
    private double doublyRobust;

    void add(OffPolicy.One one) {
        lists++;
        clicks += one.clicks();
        ips += one.ips();
        supported += one.supported();
        doublyRobust += one.doublyRobust();
    }

    double lists() {
        return lists;
    }

    double clicks() {
        return clicks;
    }

    double ips() {
        return ips;
    }

    double supported() {
        return supported;
    }

    double doublyRobust() {
        return doublyRobust;
    }

    /**
     * Estimates a ratio of sums over users, by the delta method.
     *
     * @param factor what the ratio is multiplied with
     */
    static Estimated estimate(
            Collection<Ratios> users, ToDoubleFunction<Ratios> over, ToDoubleFunction<Ratios> under, double factor) {
        double sum = users.stream().mapToDouble(over).sum();
        double divisor = users.stream().mapToDouble(under).sum();
        if (divisor == 0) {
            return new Estimated(Double.NaN, Double.NaN);
        }
        double ratio = sum / divisor;
        double squares = users.stream()
                .mapToDouble(user -> over.applyAsDouble(user) - ratio * under.applyAsDouble(user))
                .map(part -> part * part)
                .sum();
        return new Estimated(factor * ratio, factor * Math.sqrt(squares) / divisor);
    }
}
