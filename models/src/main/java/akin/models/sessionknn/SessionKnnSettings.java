package akin.models.sessionknn;

import akin.models.memory.Setting;
import akin.models.settings.Checks;
import java.io.Serializable;

/**
 * How similar sessions are remembered and found.
 *
 * @param sessions most sessions remembered; beyond it the oldest goes
 * @param items newest items remembered of a session
 * @param postings newest sessions that an item leads to
 * @param neighbours most similar sessions that candidates come from
 * @param window newest items of a session that others are compared with
 * @param windowDecay an item so many places back in the window counts {@code 1/e}
 * @param distanceDecay a candidate so many places from the shared item counts {@code 1/e}
 * @param wholeSession whether all of the window counts, or, where shoppers don't consent to that, the current item only
 */
public record SessionKnnSettings(
        int sessions,
        int items,
        int postings,
        int neighbours,
        int window,
        double windowDecay,
        double distanceDecay,
        boolean wholeSession)
        implements Serializable {
    public SessionKnnSettings {
        Checks.of("session_knn")
                .range("sessions", sessions, 1, 1 << 24)
                .range("items", items, 2, 100)
                .range("postings", postings, 1, 500)
                .range("neighbours", neighbours, 1, 300)
                .range("window", window, 1, 64)
                .range("window_decay", windowDecay, 1e-3, 1e3)
                .range("distance_decay", distanceDecay, 1e-3, 1e3)
                .verify();
    }

    Setting[] shape() {
        return new Setting[] {
            new Setting("session_knn.sessions", sessions),
            new Setting("session_knn.items", items),
            new Setting("session_knn.postings", postings),
        };
    }
}
