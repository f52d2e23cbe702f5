package akin.tools.report;

/** A mean that can be merged with others. */
record Mean(double weight, double sum) {
    static Mean of(double weight, double value) {
        return new Mean(weight, weight * value);
    }

    Mean plus(Mean other) {
        return new Mean(weight + other.weight, sum + other.sum);
    }

    double value() {
        return sum / weight;
    }
}
