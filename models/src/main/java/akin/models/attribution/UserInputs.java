package akin.models.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * A user's trail and what waits for event time; immutable. Lists come before outcomes of the same millisecond, so that an
 * outcome finds the list that it is due to.
 *
 * @param lists that wait, in order
 * @param outcomes that wait, in order
 */
public record UserInputs(Trail trail, List<Shown> lists, List<Outcome> outcomes) {
    /** Of a user who was never seen. */
    public static final UserInputs NEW = new UserInputs(Trail.NEW, List.of(), List.of());

    private static final Comparator<Shown> LISTS =
            Comparator.comparingLong(Shown::timestamp).thenComparing(Shown::rankingId);
    private static final Comparator<Outcome> OUTCOMES = Comparator.comparingLong(Outcome::timestamp)
            .thenComparing(Outcome::type)
            .thenComparing(Outcome::itemId)
            .thenComparing(outcome -> outcome.rankingId() == null ? "" : outcome.rankingId())
            .thenComparingLong(Outcome::value);

    /** Returns the same with a list that waits. */
    public UserInputs with(Shown list) {
        return new UserInputs(trail, insert(lists, list, LISTS), outcomes);
    }

    /** Returns the same with an outcome that waits. */
    public UserInputs with(Outcome outcome) {
        return new UserInputs(trail, lists, insert(outcomes, outcome, OUTCOMES));
    }

    private static <T> List<T> insert(List<T> list, T element, Comparator<T> order) {
        if (list.isEmpty()) {
            return List.of(element);
        }
        int at = list.size();
        while (at > 0 && order.compare(list.get(at - 1), element) > 0) {
            at--;
        }
        List<T> longer = new ArrayList<>(list.size() + 1);
        longer.addAll(list);
        longer.add(at, element);
        return longer;
    }

    /** Returns whether nothing waits. */
    public boolean isIdle() {
        return lists.isEmpty() && outcomes.isEmpty();
    }

    /** Returns how much waits. */
    public int waiting() {
        return lists.size() + outcomes.size();
    }

    /** Takes what is due, in order. */
    public UserInputs advance(long watermark, Attribution attribution, Consumer<Change> changes) {
        Trail now = trail;
        int list = 0;
        int outcome = 0;
        while (isDueList(list, watermark) || isDueOutcome(outcome, watermark)) {
            if (isDueList(list, watermark) && isBefore(list, outcome)) {
                now = attribution.exposed(now, lists.get(list++), changes);
            } else {
                now = attribution.happened(now, outcomes.get(outcome++), changes);
            }
        }
        return list + outcome == 0
                ? this
                : new UserInputs(now, withoutFirst(lists, list), withoutFirst(outcomes, outcome));
    }

    private boolean isDueList(int list, long watermark) {
        return list < lists.size() && lists.get(list).timestamp() <= watermark;
    }

    private boolean isDueOutcome(int outcome, long watermark) {
        return outcome < outcomes.size() && outcomes.get(outcome).timestamp() <= watermark;
    }

    private boolean isBefore(int list, int outcome) {
        return outcome == outcomes.size()
                || lists.get(list).timestamp() <= outcomes.get(outcome).timestamp();
    }

    private static <T> List<T> withoutFirst(List<T> list, int count) {
        return count == 0 ? list : List.copyOf(list.subList(count, list.size()));
    }
}
