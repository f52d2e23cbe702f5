package akin.models.session;

import akin.models.settings.Checks;
import java.io.Serializable;
import java.time.Duration;

/**
 * How visits are put into context.
 *
 * @param gap a longer pause ends the session, unless events carry the shop's own session id
 * @param window how many last items a visit is seen with
 * @param covisitUnit whose distinct items make co-visit pairs
 * @param historyItems distinct items remembered of a user (and of a session), the least recently visited go first
 * @param historyExpiry an item not visited for so long leaves the history; an idle user is forgotten after it
 * @param duplicateWindow a second event with the same id within this time is dropped
 * @param visitsPerSession visits of one session beyond this are not learned: the cap on what one bot can move
 * @param examplesPerHour examples of one user beyond this in an hour of event time are not learned
 * @param waitingEvents most events of a user that wait for event time; what comes beyond is set aside
 * @param rankViews whether a view asks for a ranking by itself
 */
public record SessionSettings(
        Duration gap,
        int window,
        CovisitUnit covisitUnit,
        int historyItems,
        Duration historyExpiry,
        Duration duplicateWindow,
        int visitsPerSession,
        int examplesPerHour,
        int waitingEvents,
        boolean rankViews)
        implements Serializable {
    public SessionSettings {
        Checks.of("sessions")
                .positive("gap", gap)
                .range("window", window, 1, 64)
                .range("history_items", historyItems, 1, 10_000)
                .positive("history_expiry", historyExpiry)
                .notNegative("duplicate_window", duplicateWindow)
                .range("visits_per_session", visitsPerSession, 1, Integer.MAX_VALUE)
                .range("examples_per_hour", examplesPerHour, 1, Integer.MAX_VALUE)
                .range("waiting_events", waitingEvents, 1, 100_000)
                .verify();
    }
}
