package akin.tools.experiments;

import akin.models.attribution.Outcome;
import akin.models.attribution.Windows;
import akin.models.event.Event;
import akin.models.event.EventType;
import akin.models.event.Message;
import akin.models.offpolicy.Estimated;
import akin.models.offpolicy.LoggedList;
import akin.models.offpolicy.OffPolicy;
import akin.models.offpolicy.Propensities;
import akin.tools.logs.MessageIterator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Estimates from the lists that were shown, and from the events, what clicks another ranker would have had. */
public final class WhatIf {
    /** Farther down nobody looks. */
    public static final int PLACES = 10;

    private final Map<String, List<RankingsFile.Listed>> shown;
    private final Map<String, List<RankingsFile.Listed>> instead;
    private final Windows windows;
    private final Map<String, List<Event>> events = new HashMap<>();

    /**
     * @param shown lists by user, in the order of event time
     * @param instead the other ranker's lists for the same requests
     * @param windows for how long after a list a view of its items is a click
     */
    WhatIf(
            Map<String, List<RankingsFile.Listed>> shown,
            Map<String, List<RankingsFile.Listed>> instead,
            Windows windows) {
        this.shown = shown;
        this.instead = instead;
        this.windows = windows;
    }

    /** Reads the events of a log. */
    void read(MessageIterator messages) throws IOException {
        try (messages) {
            messages.forEachRemaining(message -> {
                if (message instanceof Message.ShopEvent happened && isClick(happened.event())) {
                    events.computeIfAbsent(happened.event().userId(), id -> new ArrayList<>())
                            .add(happened.event());
                }
            });
        }
    }

    private static boolean isClick(Event event) {
        return event.type() == EventType.VIEW || event.type() == EventType.CLICK;
    }

    /** Joins lists, clicks and the other ranker's lists; requests that the other one did not answer are left out. */
    List<LoggedList> lists() {
        List<LoggedList> joined = new ArrayList<>();
        shown.forEach((user, lists) -> {
            Map<String, List<String>> targets = new HashMap<>();
            instead.getOrDefault(user, List.of()).forEach(list -> targets.put(list.rankingId(), list.items()));
            List<boolean[]> clicked = clicked(lists, events.getOrDefault(user, new ArrayList<>()));
            for (int i = 0; i < lists.size(); i++) {
                List<String> target = targets.get(lists.get(i).rankingId());
                if (target != null && !lists.get(i).items().isEmpty()) {
                    joined.add(new LoggedList(
                            user,
                            lists.get(i).items(),
                            clicked.get(i),
                            lists.get(i).pair(),
                            target));
                }
            }
        });
        return joined;
    }

    /** Clicks are due to lists as in attribution: to the list that the outcome names, or to the last one that held the item. */
    private List<boolean[]> clicked(List<RankingsFile.Listed> lists, List<Event> clicks) {
        List<boolean[]> clicked = new ArrayList<>();
        lists.forEach(list -> clicked.add(new boolean[list.items().size()]));
        clicks.sort(Comparator.comparingLong(Event::timestamp).thenComparing(Event::eventId));
        for (Event click : clicks) {
            Outcome outcome = Outcome.of(click);
            for (int i = lists.size() - 1; i >= 0; i--) {
                RankingsFile.Listed list = lists.get(i);
                boolean isNamed = !outcome.namesItsList() || click.rankingId().equals(list.rankingId());
                int place = isNamed && windows.hold(outcome, list.timestamp())
                        ? list.items().indexOf(click.itemId())
                        : -1;
                if (place >= 0) {
                    clicked.get(i)[place] = true;
                    break;
                }
            }
        }
        return clicked;
    }

    /** Returns in words what came out. */
    static String text(OffPolicy estimates, Propensities propensities) {
        StringBuilder text = new StringBuilder("a place is looked at, relative to the first:");
        for (int place = 0; place < propensities.places(); place++) {
            text.append(String.format(" %.2f", propensities.at(place)));
        }
        text.append(String.format("%n%,d lists; clicks per list with 95 %% intervals%n", estimates.lists()));
        line(text, "shown", estimates.shown());
        line(text, "instead, IPS", estimates.ips());
        line(text, "instead, self-normalised", estimates.snips());
        line(text, "instead, doubly robust", estimates.doublyRobust());
        text.append(String.format(
                "%.0f %% of the looks at the other ranker's lists go to items that were shown; of the rest%n"
                        + "IPS knows nothing, the self-normalised takes them for the same, the doubly robust for what their%n"
                        + "clicks elsewhere say%n",
                100 * estimates.support()));
        return text.toString();
    }

    private static void line(StringBuilder text, String what, Estimated estimated) {
        text.append(String.format(
                "  %-26s %.4f  (%.4f to %.4f)%n", what, estimated.value(), estimated.low(), estimated.high()));
    }
}
