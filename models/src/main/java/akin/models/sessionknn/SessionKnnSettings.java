package akin.models.sessionknn;

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
 */
public record SessionKnnSettings(
        int sessions, int items, int postings, int neighbours, int window, double windowDecay, double distanceDecay)
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
