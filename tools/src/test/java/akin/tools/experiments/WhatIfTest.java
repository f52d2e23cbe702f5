package akin.tools.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.attribution.AttributionSettings;
import akin.models.attribution.Windows;
import akin.models.event.Event;
import akin.models.event.EventType;
import akin.models.event.Message;
import akin.models.offpolicy.LoggedList;
import akin.tools.logs.MessageIterator;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WhatIfTest {
    private static final long WINDOW = 100;
    private static final long LONGEST = 700;
    private static final long TOLERANCE = 5;
    private static final Windows WINDOWS = new Windows(new AttributionSettings(
            false,
            Duration.ofMillis(WINDOW),
            Duration.ofMillis(300),
            Duration.ofMillis(LONGEST),
            Duration.ofMillis(TOLERANCE),
            20,
            Duration.ofDays(1),
            500,
            100,
            1000));
    private static final List<RankingsFile.Listed> LISTS = List.of(
            new RankingsFile.Listed("r1", 10, List.of("x", "y"), 0),
            new RankingsFile.Listed("r2", 20, List.of("z", "x"), 0));

    private static Event event(EventType type, String list, long time) {
        return new Event("e" + time, "u", "x", type, time, null, null, null, list);
    }

    private static List<boolean[]> clicked(Event... events) throws IOException {
        WhatIf whatIf = new WhatIf(Map.of("u", LISTS), Map.of("u", LISTS), WINDOWS);
        whatIf.read(messages(List.of(events).iterator()));
        return whatIf.lists().stream().map(LoggedList::clicked).toList();
    }

    private static MessageIterator messages(Iterator<Event> events) {
        return new MessageIterator() {
            @Override
            public boolean hasNext() {
                return events.hasNext();
            }

            @Override
            public Message next() {
                return Message.of(events.next());
            }

            @Override
            public void close() {}
        };
    }

    @Test
    void aClickCountsForTheListThatItNames() throws IOException {
        assertThat(clicked(event(EventType.CLICK, "r1", 30)))
                .containsExactly(new boolean[] {true, false}, new boolean[] {false, false});
    }

    /** As in attribution. */
    @Test
    void aViewCountsForTheLastListThatHeldItsItem() throws IOException {
        assertThat(clicked(event(EventType.VIEW, "r1", 30)))
                .containsExactly(new boolean[] {false, false}, new boolean[] {false, true});
        assertThat(clicked(event(EventType.VIEW, null, 15)))
                .containsExactly(new boolean[] {true, false}, new boolean[] {false, false});
    }

    @Test
    void whatComesTooLateCountsNowhere() throws IOException {
        assertThat(clicked(event(EventType.VIEW, null, 20 + WINDOW + 1)))
                .containsExactly(new boolean[] {false, false}, new boolean[] {false, false});
    }

    /** As in attribution: clocks may disagree, and who names the list may come late. */
    @Test
    void aClickThatNamesItsListHasTheLongestWindowAndTheTolerance() throws IOException {
        assertThat(clicked(event(EventType.CLICK, "r1", 10 + LONGEST)).get(0)).containsExactly(true, false);
        assertThat(clicked(event(EventType.CLICK, "r1", 10 + LONGEST + 1)).get(0))
                .containsExactly(false, false);
        assertThat(clicked(event(EventType.CLICK, "r1", 10 - TOLERANCE)).get(0)).containsExactly(true, false);
        assertThat(clicked(event(EventType.CLICK, "r1", 10 - TOLERANCE - 1)).get(0))
                .containsExactly(false, false);
        assertThat(clicked(event(EventType.CLICK, null, 10 - TOLERANCE)).get(0)).containsExactly(false, false);
    }
}
