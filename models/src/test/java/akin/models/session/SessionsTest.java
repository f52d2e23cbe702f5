package akin.models.session;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.Fixtures;
import akin.models.event.Arrival;
import akin.models.event.Event;
import akin.models.event.EventType;
import akin.models.ranking.Filters;
import akin.models.shard.Enhancement;
import akin.models.shard.RankRequest;
import akin.models.shard.ShardInput;
import akin.models.shard.Visit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private final List<Visit> visits = new ArrayList<>();
    private final List<Enhancement> enhancements = new ArrayList<>();
    private int events;

    private Sessions sessions(CovisitUnit unit, ShardLookup shards) {
        return new Sessions(
                Fixtures.sessionSettings(unit),
                List.of(
                        Fixtures.placement("similar", Filters.NONE),
                        Fixtures.placement("unseen", new Filters(-1, List.of(), false, true, 0)),
                        Fixtures.placement("unbought", new Filters(-1, List.of(), true, false, 0))),
                shards);
    }

    private final Arrivals arrivals = new Arrivals(Fixtures.sessionSettings(CovisitUnit.USER));
    private final Sessions sessions = sessions(CovisitUnit.USER, (item, time) -> 0);

    private Event event(String item, EventType type, long minute, String session) {
        return Event.of("e" + events++, "u", item, type, Fixtures.START + minute * MINUTE, session);
    }

    private Shopper walk(Sessions by, Shopper shopper, Event... path) {
        Shopper now = shopper;
        for (Event event : path) {
            now = by.advance(now, event, this::note);
        }
        return now;
    }

    @Test
    void visitsAndRequestsCarryTheKeyOfTheirSession() {
        Event[] path = {
            event("a", EventType.VIEW, 0, null),
            event("b", EventType.VIEW, 5, null),
            event("c", EventType.VIEW, 100, null),
            event("d", EventType.VIEW, 101, "s"),
            event("e", EventType.VIEW, 300, "s"),
        };
        Shopper shopper = walk(sessions, Shopper.NEW, path);

        List<Long> keys = visits.stream().map(Visit::session).toList();
        assertThat(keys.get(1)).isEqualTo(keys.get(0));
        assertThat(keys.get(2)).isNotEqualTo(keys.get(0));
        assertThat(keys.get(3)).isNotEqualTo(keys.get(2)).isEqualTo(keys.get(4));
        assertThat(sessions.request(shopper, event("f", EventType.VIEW, 301, "s"))
                        .session())
                .isEqualTo(keys.get(4));
        Event stranger = Event.of("e", "v", "a", EventType.VIEW, Fixtures.START, null);
        sessions.advance(Shopper.NEW, stranger, this::note);
        assertThat(visits.get(5).session()).isNotEqualTo(keys.get(0));
    }

    private void note(ShardInput input) {
        if (input instanceof Visit visit) {
            visits.add(visit);
        } else if (input instanceof Enhancement enhancement) {
            enhancements.add(enhancement);
        }
    }

    private Event view(String item, long minute) {
        return event(item, EventType.VIEW, minute, null);
    }

    @Test
    void aGapEndsASession() {
        walk(sessions, Shopper.NEW, view("a", 0), view("b", 30), view("c", 61), view("d", 62));

        assertThat(visits).extracting(Visit::window).containsExactly(List.of(), List.of("a"), List.of(), List.of("c"));
        assertThat(visits).extracting(Visit::anchorId).containsExactly(null, "a", null, "c");
        assertThat(visits)
                .extracting(Visit::companions)
                .containsExactly(List.of(), List.of("a"), List.of("a", "b"), List.of("a", "b", "c"));
        assertThat(visits).extracting(Visit::sequence).containsExactly(0L, 1L, 2L, 3L);
    }

    @Test
    void aGivenSessionIdWins() {
        walk(
                sessions,
                Shopper.NEW,
                event("a", EventType.VIEW, 0, "s1"),
                event("b", EventType.VIEW, 600, "s1"),
                event("c", EventType.VIEW, 601, "s2"));

        assertThat(visits).extracting(Visit::window).containsExactly(List.of(), List.of("a"), List.of());
    }

    @Test
    void underOneSessionIdForEverAPauseLetsVisitsCountAnew() {
        Shopper shopper = Shopper.NEW;
        for (int i = 0; i < 300; i++) {
            Event event = event("i" + i % 7, EventType.VIEW, 120L * i, "cookie");
            assertThat(sessions.turn(shopper, event).isOverCap()).isFalse();
            shopper = walk(sessions, shopper, event);
        }

        assertThat(visits).hasSize(300);
        assertThat(visits.get(299).window()).hasSize(8);
    }

    /** When its state is cleared is a matter of how far event time has come, and makes no difference. */
    @Test
    void whoeverWasAwayForLongerThanAnythingIsRememberedIsNew() {
        Event[] before = {event("a", EventType.VIEW, 0, "s"), event("b", EventType.PURCHASE, 1, "s")};
        Shopper shopper = walk(sessions, Shopper.NEW, before);
        Event back = event("c", EventType.VIEW, 31 * 24 * 60, "s");

        assertThat(sessions.request(shopper, back)).isEqualTo(sessions.request(Shopper.NEW, back));
        visits.clear();
        Shopper after = walk(sessions, shopper, back);
        List<Visit> kept = List.copyOf(visits);
        visits.clear();
        assertThat(after.withPending(List.of()).session())
                .isEqualTo(walk(sessions, Shopper.NEW, back).session());
        assertThat(kept).isEqualTo(visits);
    }

    @Test
    void theWindowHoldsNoImmediateRepeatsAndIsBounded() {
        Shopper shopper = walk(sessions, Shopper.NEW, view("a", 0), event("a", EventType.CART, 1, null), view("b", 2));
        assertThat(shopper.session().trail()).containsExactly("a", "b");
        assertThat(visits.get(1).anchorId()).isNull();

        for (int i = 0; i < 20; i++) {
            shopper = walk(sessions, shopper, view("x" + i, 3));
        }
        assertThat(visits.get(visits.size() - 1).window()).hasSize(8).endsWith("x17", "x18");
    }

    @Test
    void aRepeatedItemMakesNoPairsUnlessItWasForgotten() {
        Shopper shopper = walk(sessions, Shopper.NEW, view("a", 0), view("b", 1), view("a", 2));
        assertThat(visits.get(2).first()).isFalse();
        assertThat(visits.get(2).companions()).isEmpty();

        long later = Duration.ofDays(31).toMinutes();
        walk(sessions, shopper, view("a", later));
        assertThat(visits.get(3).first()).isTrue();
        assertThat(visits.get(3).companions()).isEmpty();
    }

    @Test
    void theUnitMayBeTheSession() {
        walk(
                sessions(CovisitUnit.SESSION, (item, time) -> 0),
                Shopper.NEW,
                view("a", 0),
                view("b", 1),
                view("c", 100),
                view("a", 101),
                view("c", 102));

        assertThat(visits)
                .extracting(Visit::companions)
                .containsExactly(List.of(), List.of("a"), List.of(), List.of("c"), List.of());
        assertThat(visits).extracting(Visit::first).containsExactly(true, true, true, true, false);
    }

    @Test
    void historyIsBoundedAndForgetsTheLongestAgo() {
        Shopper shopper = Shopper.NEW;
        for (int i = 0; i < 60; i++) {
            shopper = walk(sessions, shopper, view("i" + i, i));
        }
        assertThat(shopper.history()).hasSize(50);
        assertThat(shopper.history().get(0).id()).isEqualTo("i10");
    }

    @Test
    void recognisesDuplicatesWithinTheirTime() {
        Event event = view("a", 0);
        Shopper shopper = arrivals.arrive(Shopper.NEW, event, event);

        assertThat(arrivals.isDuplicate(shopper, event)).isTrue();
        assertThat(arrivals.isDuplicate(shopper, view("a", 0))).isFalse();
        Event muchLater = Event.of(event.eventId(), "u", "a", EventType.VIEW, event.timestamp() + 11 * MINUTE, null);
        assertThat(arrivals.isDuplicate(shopper, muchLater)).isFalse();
    }

    @Test
    void pendingEventsStandInOrderOfTimeThenArrival() {
        Event second = view("b", 2);
        Event third = view("c", 2);
        Event first = view("a", 1);
        Shopper shopper = Shopper.NEW;
        for (Event event : List.of(second, third, first)) {
            shopper = arrivals.arrive(shopper, event, event);
        }

        assertThat(shopper.pending()).containsExactly(first, second, third);
        assertThat(sessions.caughtUp(shopper, third).session().trail()).containsExactly("a", "b", "c");
        assertThat(arrivals.due(shopper, first.timestamp())).containsExactly(first);
        assertThat(arrivals.withoutFirst(shopper, 1).pending()).containsExactly(second, third);
        assertThat(arrivals.arrive(Shopper.NEW, first, null).pending()).isEmpty();
    }

    /** What waits for other sources depends on how fast they are read. */
    @Test
    void aShopperIsFullByWhatWaitsForTheEventTimeOfItsOwnSource() {
        Shopper shopper = Shopper.NEW;
        for (int i = 0; i < 16_000; i++) {
            Event event = view("i" + i, i);
            assertThat(arrivals.isFull(shopper, new Arrival(event, event.timestamp() - 2 * MINUTE)))
                    .isFalse();
            shopper = shopper.withPending(Lists.append(shopper.pending(), event, 16_000));
        }
        Event next = view("next", 16_000);
        assertThat(arrivals.isFull(shopper, new Arrival(next, next.timestamp())))
                .isTrue();
        shopper = arrivals.withoutFirst(shopper, 15_000);
        assertThat(arrivals.isFull(shopper, new Arrival(next, next.timestamp() - 999 * MINUTE)))
                .isFalse();
        assertThat(arrivals.isFull(shopper, new Arrival(next, next.timestamp() - 1000 * MINUTE)))
                .isTrue();
        assertThat(arrivals.isFull(shopper, new Arrival(next, Long.MIN_VALUE))).isTrue();
    }

    @Test
    void aBotIsLearnedUpToTheCap() {
        Shopper shopper = Shopper.NEW;
        for (int i = 0; i < 250; i++) {
            shopper = walk(sessions, shopper, view("i" + i, i));
        }
        assertThat(visits).hasSize(200);
        assertThat(sessions.turn(shopper, view("x", 250)).isOverCap()).isTrue();
        assertThat(sessions.turn(shopper, view("x", 300)).isOverCap()).isFalse();
    }

    @Test
    void aVisitGoesToTheShardsOfItemAndAnchor() {
        Sessions cut = sessions(CovisitUnit.USER, (item, time) -> item.charAt(0) - 'a');
        walk(cut, Shopper.NEW, view("a1", 0), view("a2", 1), view("b1", 2));

        assertThat(visits).extracting(Visit::shard).containsExactly(0, 0, 1, 0);
        assertThat(visits).extracting(Visit::atItem).containsExactly(true, true, true, false);
        assertThat(visits).extracting(Visit::atAnchor).containsExactly(true, true, false, true);
        assertThat(visits)
                .extracting(Visit::companions)
                .containsExactly(List.of(), List.of("a1"), List.of(), List.of());
    }

    @Test
    void viewsAndRequestsAskForRankings() {
        Shopper shopper = walk(sessions, Shopper.NEW, view("a", 0), event("b", EventType.PURCHASE, 1, null));
        Event asked =
                new Event("r", "u", "c", EventType.REQUEST, Fixtures.START + 2 * MINUTE, null, "unseen", null, null);

        RankRequest request = sessions.request(shopper, asked);
        assertThat(request.rankingId()).isEqualTo("r");
        assertThat(request.placement()).isEqualTo("unseen");
        assertThat(request.window()).containsExactly("a", "b", "c");
        assertThat(request.excluded()).containsExactly("a", "b");
        assertThat(walk(sessions, shopper, asked).session()).isEqualTo(shopper.session());
        assertThat(sessions.request(shopper, view("c", 2)).placement()).isEqualTo("similar");
        assertThat(sessions.request(shopper, event("c", EventType.CART, 2, null)))
                .isNull();
        Event unknown = new Event("q", "u", "c", EventType.VIEW, Fixtures.START, null, "nowhere", null, null);
        assertThat(sessions.request(shopper, unknown).placement()).isEqualTo("similar");
        Event unbought = new Event("q", "u", "c", EventType.VIEW, Fixtures.START, null, "unbought", null, null);
        assertThat(sessions.request(shopper, unbought).excluded()).containsExactly("b");
    }

    @Test
    void theWeightOfWhatLedIntoTheCartIsWhatHindsightWouldGive() {
        EventType[] types = {EventType.VIEW, EventType.VIEW, EventType.VIEW, EventType.CART, EventType.PURCHASE};
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            visits.clear();
            enhancements.clear();
            List<Event> path = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                path.add(event("i" + random.nextInt(5), types[random.nextInt(types.length)], i, "s"));
            }
            walk(sessions, Shopper.NEW, path.toArray(Event[]::new));

            Map<String, Double> online = new TreeMap<>();
            visits.stream()
                    .filter(Visit::example)
                    .forEach(visit -> online.merge(visit.itemId(), weight(visit.ledTo()), Double::sum));
            enhancements.forEach(
                    news -> online.merge(news.itemId(), weight(news.type()) - weight(news.before()), Double::sum));
            assertThat(online).isEqualTo(hindsight(path));
        }
    }

    private static double weight(EventType type) {
        return type == EventType.PURCHASE ? 3 : type == EventType.CART ? 2 : 1;
    }

    /** By item: every choice of it after another item counts by the most that the session ever did with it. */
    private static Map<String, Double> hindsight(List<Event> path) {
        Map<String, Double> weights = new TreeMap<>();
        String before = null;
        boolean hasAnother = false;
        for (Event event : path) {
            hasAnother |= before != null && !before.equals(event.itemId());
            if (hasAnother && (event.type() == EventType.VIEW || !before.equals(event.itemId()))) {
                double most = path.stream()
                        .filter(other -> other.itemId().equals(event.itemId()))
                        .mapToDouble(other -> weight(other.type()))
                        .max()
                        .orElseThrow();
                weights.merge(event.itemId(), most, Double::sum);
            }
            before = event.itemId();
        }
        return weights;
    }

    @Test
    void anItemPutIntoTheCartTellsTheVisitBefore() {
        Sessions cut = sessions(CovisitUnit.USER, (item, time) -> item.charAt(0) - 'a');
        walk(cut, Shopper.NEW, view("a1", 0), view("b1", 1), view("a2", 2), event("b1", EventType.CART, 3, null));

        assertThat(enhancements).singleElement().satisfies(news -> {
            assertThat(news.shard()).isZero();
            assertThat(news.itemId()).isEqualTo("b1");
            assertThat(news.window()).containsExactly("a1");
            assertThat(news.before()).isEqualTo(EventType.VIEW);
        });
    }

    @Test
    void oneUserHasSoManyExamplesAnHour() {
        Shopper shopper = Shopper.NEW;
        for (int i = 0; i < 150; i++) {
            shopper = walk(sessions, shopper, event("i" + i, EventType.VIEW, 0, "s"));
        }
        assertThat(visits.stream().filter(Visit::example)).hasSize(100);
        walk(sessions, shopper, event("i140", EventType.CART, 0, "s"));
        assertThat(enhancements).isEmpty();
        assertThat(sessions.turn(shopper, event("x", EventType.VIEW, 1, "s")).isOverQuota())
                .isTrue();
        assertThat(sessions.turn(shopper, event("x", EventType.VIEW, 60, "s")).isOverQuota())
                .isFalse();
    }

    @Test
    void impressionsMoveNothing() {
        Shopper shopper = walk(sessions, Shopper.NEW, view("a", 0), event("b", EventType.IMPRESSION, 1, null));

        assertThat(visits).hasSize(1);
        assertThat(shopper.session().trail()).containsExactly("a");
    }

    @Test
    void aReloadLeadsFromNoOtherItem() {
        walk(sessions, Shopper.NEW, view("x", 0), view("x", 1), view("y", 2), view("y", 3));

        assertThat(visits).extracting(Visit::example).containsExactly(false, false, true, true);
        assertThat(visits.get(3).anchorId()).isEqualTo("x");
    }

    @Test
    void whatLedIntoTheCartIsToldTheShardOfTheAnchor() {
        Sessions cut = sessions(CovisitUnit.USER, (item, time) -> item.charAt(0) - 'a');
        walk(cut, Shopper.NEW, view("b9", 0), view("a1", 1), view("a1", 2), event("a1", EventType.CART, 3, null));

        assertThat(enhancements)
                .isNotEmpty()
                .allSatisfy(news -> assertThat(news.shard()).isEqualTo(1));
    }
}
