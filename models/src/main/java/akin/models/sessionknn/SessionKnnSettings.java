package akin.models.sessionknn;

import akin.models.memory.Setting;
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
    private static final int MOST_FOUND = 1 << 15;

    public SessionKnnSettings {
        check("sessions", sessions, 1, 1 << 24);
        check("items", items, 2, 1000);
        check("window", window, 1, 1000);
        check("postings", postings, 1, MOST_FOUND / window);
        check("neighbours", neighbours, 1, MOST_FOUND / items);
        check("windowDecay", windowDecay);
        check("distanceDecay", distanceDecay);
    }

    Setting[] shape() {
        return new Setting[] {
            new Setting("session_knn.sessions", sessions),
            new Setting("session_knn.items", items),
            new Setting("session_knn.postings", postings),
        };
    }

    private static void check(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " is " + value + ", must be from " + least + " to " + most);
        }
    }

    private static void check(String name, double decay) {
        if (!(decay > 0)) {
            throw new IllegalArgumentException(name + " is " + decay + ", must be above 0");
        }
    }
}
