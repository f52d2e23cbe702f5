package akin.similar.longtail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figures by how many interactions the target had. */
final class Buckets {
    private static final int[] LEAST = {0, 1, 3, 6, 11, 31, 101, 301};

    private Buckets() {}

    /** Returns the name of the bucket of a number of interactions, such as {@code 3-5}. */
    static String name(int interactions) {
        int i = 0;
        while (i + 1 < LEAST.length && LEAST[i + 1] <= interactions) {
            i++;
        }
        if (i == LEAST.length - 1) {
            return LEAST[i] + "+";
        }
        int most = LEAST[i + 1] - 1;
        return LEAST[i] == most ? String.valueOf(most) : LEAST[i] + "-" + most;
    }

    /** Returns the figures of each bucket that has positions, the fewest interactions first. */
    static Map<String, Figures> of(Task task, double[] places, int[] interactions) {
        Map<String, List<Double>> byBucket = new LinkedHashMap<>();
        for (int least : LEAST) {
            byBucket.put(name(least), new ArrayList<>());
        }
        for (int i = 0; i < places.length; i++) {
            int target = task.positions().get(i).target();
            byBucket.get(name(interactions[target])).add(places[i]);
        }
        Map<String, Figures> figures = new LinkedHashMap<>();
        byBucket.forEach((bucket, of) -> {
            if (!of.isEmpty()) {
                figures.put(
                        bucket,
                        Figures.of(of.stream().mapToDouble(Double::doubleValue).toArray()));
            }
        });
        return figures;
    }
}
