package akin.models.candidates;

import akin.models.settings.Checks;
import java.io.Serializable;
import java.util.Map;

/**
 * How the pool of candidates is made.
 *
 * @param size most candidates in a pool
 * @param most most candidates of a source, by its name
 * @param others most candidates of a source that {@code most} doesn't name
 * @param refreshVisits most visits of an anchor that what is named for it lasts
 */
public record PoolSettings(int size, Map<String, Integer> most, int others, int refreshVisits) implements Serializable {
    public PoolSettings {
        Checks checks = Checks.of("pool")
                .range("size", size, 1, 1000)
                .range("most_of_others", others, 0, 1000)
                .range("refresh_visits", refreshVisits, 1, 1_000_000);
        most.forEach((source, count) -> checks.range("most." + source, count, 0, 1000));
        checks.verify();
    }

    /** Returns how many candidates a source may name at most. */
    int most(String source) {
        return most.getOrDefault(source, others);
    }
}
