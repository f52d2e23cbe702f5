package akin.models.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.event.EventType;
import akin.models.ranking.Trial;
import akin.models.statistics.Measure;
import akin.models.statistics.Moments;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums of changes against a recount with hindsight: for each outcome, all lists of the user are looked at. */
class RecountTest {
    private static final long UNTIL = Long.MAX_VALUE;
    private static final int ITEMS = 12;
    private static final AttributionSettings SETTINGS = AttributionTest.settings(false);

    private record Input(long time, Shown list, Outcome outcome) {}

    private static List<Input> stream(Random random, String user) {
        List<Input> inputs = new ArrayList<>();
        String arm = user.hashCode() % 2 == 0 ? "old" : "new";
        for (int i = 0; i < 60; i++) {
            long time = 1000L * random.nextInt(3000);
            if (random.nextInt(4) == 0) {
                List<String> items = random.ints(0, ITEMS)
                        .distinct()
                        .limit(4)
                        .mapToObj(n -> "i" + n)
                        .toList();
                Trial trial = new Trial("e", arm, 1, UNTIL, false);
                inputs.add(new Input(time, Shown.of("r" + i, time, ItemIds.of(items), List.of(trial), ""), null));
            } else {
                EventType type =
                        new EventType[] {EventType.VIEW, EventType.CART, EventType.PURCHASE}[random.nextInt(3)];
                Outcome outcome = new Outcome("i" + random.nextInt(ITEMS), type, time, null, random.nextInt(500));
                inputs.add(new Input(time, null, outcome));
            }
        }
        inputs.sort((a, b) -> a.time() != b.time()
                ? Long.compare(a.time(), b.time())
                : Boolean.compare(a.list() == null, b.list() == null));
        return inputs;
    }

    private static long[] recount(List<Input> inputs) {
        long[] counts = new long[Measure.COUNT];
        List<Shown> lists = new ArrayList<>();
        java.util.Set<String> done = new java.util.HashSet<>();
        for (Input input : inputs) {
            if (input.list() != null) {
                lists.add(input.list());
                counts[Measure.LISTS.ordinal()]++;
                continue;
            }
            counts[Measure.ACTIVITY.ordinal()] += lists.isEmpty() ? 1 : 0;
            Outcome outcome = input.outcome();
            long window =
                    1000L * (outcome.type() == EventType.VIEW ? 100 : outcome.type() == EventType.CART ? 1000 : 5000);
            Shown last = null;
            for (Shown list : lists.subList(Math.max(0, lists.size() - 20), lists.size())) {
                if (list.items().toList().contains(outcome.itemId())
                        && outcome.timestamp() - list.timestamp() <= window) {
                    last = list;
                }
            }
            if (last != null && done.add(last.rankingId() + outcome.itemId() + outcome.type())) {
                Measure measure = outcome.type() == EventType.VIEW
                        ? Measure.CLICKS
                        : outcome.type() == EventType.CART ? Measure.CARTS : Measure.PURCHASES;
                counts[measure.ordinal()]++;
                counts[Measure.VALUE.ordinal()] += outcome.type() == EventType.PURCHASE ? outcome.value() : 0;
            }
        }
        return lists.isEmpty() ? null : counts;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void sumsOfChangesAreTheRecount(long seed) {
        Random random = new Random(seed);
        Attribution attribution = new Attribution(SETTINGS);
        TreeMap<String, Moments> sums = new TreeMap<>();
        TreeMap<String, Moments> recounted = new TreeMap<>();
        for (int user = 0; user < 200; user++) {
            List<Input> inputs = stream(random, "u" + user);
            Trail trail = Trail.NEW;
            for (Input input : inputs) {
                trail = input.list() != null
                        ? attribution.exposed(trail, input.list(), change -> fold(sums, change))
                        : attribution.happened(trail, input.outcome(), change -> fold(sums, change));
            }
            long[] counts = recount(inputs);
            if (counts != null) {
                String arm = ("u" + user).hashCode() % 2 == 0 ? "old" : "new";
                recounted.computeIfAbsent(arm, name -> Moments.ofMeasures()).add(new Caps(SETTINGS).cut(counts));
            }
        }
        assertThat(sums).isEqualTo(recounted);
        assertThat(sums.get("new").sum(Measure.CLICKS)).isPositive();
        assertThat(sums.get("new").sum(Measure.VALUE)).isPositive();
    }

    private static void fold(TreeMap<String, Moments> sums, Change change) {
        Moments moments = sums.computeIfAbsent(change.arm(), name -> Moments.ofMeasures());
        if (change.before() != null) {
            moments.remove(change.before());
        }
        moments.add(change.after());
    }
}
