package akin.models.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Holm's correction of several p [Holm, A simple sequentially rejective multiple test procedure, 1979]. */
public final class Holm {
    private Holm() {}

    /** Returns the p so corrected that comparing each with α keeps the chance of any false one below α. */
    public static double[] corrected(double[] p) {
        int[] order = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] corrected = new double[p.length];
        double least = 0;
        for (int rank = 0; rank < order.length; rank++) {
            least = Math.max(least, Math.min(1, (p.length - rank) * p[order[rank]]));
            corrected[order[rank]] = least;
        }
        return corrected;
    }
}
