package akin.models.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A user's trail and what waits for event time; immutable. Lists come before outcomes of the same millisecond, so that an
 * outcome finds the list that it is due to.
 *
 * @param exposures that wait, in the order of arrival
 * @param outcomes that wait, in the order of arrival
 */
public record UserInputs(Trail trail, List<Exposure> exposures, List<Outcome> outcomes) {
    /** Of a user who was never seen. */
    public static final UserInputs NEW = new UserInputs(Trail.NEW, List.of(), List.of());

    private static final Comparator<Exposure> EXPOSURES =
            Comparator.comparingLong(Exposure::timestamp).thenComparing(Exposure::rankingId);
    private static final Comparator<Outcome> OUTCOMES = Comparator.comparingLong(Outcome::timestamp)
            .thenComparing(Outcome::type)
            .thenComparing(Outcome::itemId)
            .thenComparing(outcome -> outcome.rankingId() == null ? "" : outcome.rankingId())
            .thenComparingLong(Outcome::value);

    /** Returns the same with a list that waits. */
    public UserInputs with(Exposure exposure) {
        return new UserInputs(trail, plus(exposures, exposure), outcomes);
    }

    /** Returns the same with an outcome that waits. */
    public UserInputs with(Outcome outcome) {
        return new UserInputs(trail, exposures, plus(outcomes, outcome));
    }

    private static <T> List<T> plus(List<T> list, T element) {
        List<T> longer = new ArrayList<>(list.size() + 1);
        longer.addAll(list);
        longer.add(element);
        return longer;
    }

    /** Returns whether nothing waits. */
    public boolean isIdle() {
        return exposures.isEmpty() && outcomes.isEmpty();
    }

    /** Returns how much waits. */
    public int waiting() {
        return exposures.size() + outcomes.size();
    }

    /** Takes what is due, in order. */
    public UserInputs advance(long watermark, Attribution attribution, Consumer<Change> changes) {
        List<Exposure> dueExposures = some(exposures, exposure -> exposure.timestamp() <= watermark);
        List<Outcome> dueOutcomes = some(outcomes, outcome -> outcome.timestamp() <= watermark);
        dueExposures.sort(EXPOSURES);
        dueOutcomes.sort(OUTCOMES);
        Trail now = trail;
        int next = 0;
        for (Exposure exposure : dueExposures) {
            while (next < dueOutcomes.size() && dueOutcomes.get(next).timestamp() < exposure.timestamp()) {
                now = attribution.happened(now, dueOutcomes.get(next++), changes);
            }
            now = attribution.exposed(now, exposure, changes);
        }
        while (next < dueOutcomes.size()) {
            now = attribution.happened(now, dueOutcomes.get(next++), changes);
        }
        return new UserInputs(
                now,
                dueExposures.size() == exposures.size()
                        ? List.of()
                        : some(exposures, exposure -> exposure.timestamp() > watermark),
                dueOutcomes.size() == outcomes.size()
                        ? List.of()
                        : some(outcomes, outcome -> outcome.timestamp() > watermark));
    }

    private static <T> List<T> some(List<T> list, Predicate<T> which) {
        List<T> some = new ArrayList<>(list.size());
        for (T element : list) {
            if (which.test(element)) {
                some.add(element);
            }
        }
        return some;
    }
}
