package akin.models.neighbours;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The nearest rows by sorting all, in doubles. */
final class Naive {
    private record Near(int row, double cosine) {}

    private Naive() {}

    static int[] nearest(Space space, int row, int k) {
        return IntStream.range(0, space.end())
                .filter(other -> other != row && space.has(other))
                .mapToObj(other -> new Near(other, cosine(space, row, other)))
                .sorted(Comparator.comparingDouble((Near near) -> -near.cosine).thenComparingInt(Near::row))
                .limit(k)
                .mapToInt(Near::row)
                .toArray();
    }

    static double cosine(Space space, int row, int other) {
        return dot(space, row, other) / Math.sqrt(dot(space, row, row) * dot(space, other, other));
    }

    private static double dot(Space space, int row, int other) {
        double sum = 0;
        for (int i = 0; i < space.dimensions(); i++) {
            sum += (double) space.page(row)[space.offset(row) + i] * space.page(other)[space.offset(other) + i];
        }
        return sum;
    }
}
