package akin.models.candidates;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.Fixtures;
import akin.models.catalog.Catalog;
import akin.models.catalog.CatalogSettings;
import akin.models.catalog.Item;
import akin.models.memory.Memory;
import akin.models.random.Hash;
import akin.models.ranking.CandidateList;
import akin.models.ranking.Candidates;
import akin.models.ranking.Filters;
import akin.models.ranking.Query;
import akin.models.ranking.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Kept lists against a map of lists of ids, while items are visited, sold out, moved, deleted and forgotten. */
class KeptListsTest {
    private static final int ITEMS = 80;
    private static final int CEILING = 60;
    private static final int REFRESH_VISITS = 6;

    private final Memory memory = new Memory();
    private final Catalog catalog = new Catalog(
            memory,
            new CatalogSettings(List.of(), CEILING, Duration.ofDays(90), true, Duration.ofDays(14)),
            this::forget);
    private final Drawn drawn = new Drawn(catalog);
    private final Pools pools =
            new Pools(memory, new PoolSettings(40, Map.of(), 30, REFRESH_VISITS), catalog, List.of(drawn));
    private final Map<Integer, Kept> expected = new HashMap<>();

    private record Kept(int due, List<String> ids) {}

    /** Names other rows at each asking, so that a list tells when it was made. */
    private static final class Drawn implements Source {
        private final Catalog catalog;
        private int asked;

        Drawn(Catalog catalog) {
            this.catalog = catalog;
        }

        @Override
        public String name() {
            return "drawn";
        }

        @Override
        public double lasts() {
            return 0.5;
        }

        @Override
        public void find(Query query, IntPredicate eligible, CandidateList into) {
            asked++;
            int wanted = asked % 5 == 0 ? 0 : asked % 31;
            for (int row = 1; row < catalog.items().end() && into.size() < wanted; row++) {
                if (Hash.of(1, asked, row) % 2 == 0 && eligible.test(row)) {
                    into.add(-row, row);
                }
            }
            into.sort();
        }
    }

    private void forget(int row) {
        String id = catalog.items().id(row);
        pools.forget(row);
        expected.remove(row);
        expected.replaceAll((anchor, kept) -> new Kept(
                kept.due(),
                kept.ids().stream().filter(listed -> !listed.equals(id)).toList()));
    }

    private List<String> pool(int anchor, Filters filters) {
        String id = catalog.items().id(anchor);
        Query query = new Query().set(catalog.items(), id, List.of(id), 1, Fixtures.START, 0);
        Candidates pool = pools.pool(query, Fixtures.placement("p", filters), List.of());
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < pool.size(); i++) {
            ids.add(catalog.items().id(pool.row(i)));
        }
        return ids;
    }

    private List<String> pool(int anchor) {
        return pool(anchor, Filters.NONE);
    }

    private boolean isShown(String id) {
        return catalog.isShowable(catalog.items().row(id));
    }

    private void visit(String id) {
        int row = catalog.visit(id, Fixtures.START);
        int visits = catalog.items().visits(row);
        Kept before = expected.get(row);
        int asked = drawn.asked;
        pools.visited(id, Fixtures.START);
        int interval = Math.min(visits / 2, REFRESH_VISITS);
        if (interval > 0 && (before == null || before.due() <= visits)) {
            assertThat(drawn.asked).isEqualTo(asked + 1);
            expected.put(row, new Kept(visits + interval, pool(row)));
        } else {
            assertThat(drawn.asked).isEqualTo(asked);
        }
    }

    private void change(long draw) {
        int number = (int) Hash.below(Hash.of(2, draw, 0), ITEMS);
        switch ((int) Hash.below(Hash.of(2, draw, 1), 12)) {
            case 0 -> catalog.update(Item.deleted("i" + number, Fixtures.START));
            case 1 -> catalog.update(soldOut(number));
            case 2 -> catalog.update(moved(number));
            case 3, 4 -> catalog.update(Fixtures.item(number, Fixtures.START));
            default -> visit("i" + (draw % 2 == 0 ? number : number % 7));
        }
    }

    private static Item soldOut(int number) {
        Item item = Fixtures.item(number, Fixtures.START);
        return new Item(
                item.itemId(),
                item.timestamp(),
                item.category(),
                item.brand(),
                item.price(),
                item.attributes(),
                false,
                item.createdAt(),
                false);
    }

    private static Item moved(int number) {
        Item item = Fixtures.item(number, Fixtures.START);
        return new Item(
                item.itemId(),
                item.timestamp(),
                List.of("elsewhere"),
                item.brand(),
                item.price(),
                item.attributes(),
                true,
                item.createdAt(),
                false);
    }

    @Property(tries = 20)
    void whatIsGoneOrSoldOutIsOutAtOnce(@ForAll long seed) {
        for (int step = 0; step < 600; step++) {
            change(Hash.of(seed, step, 0) >>> 1);
            expected.forEach((anchor, kept) -> assertThat(pool(anchor))
                    .isEqualTo(kept.ids().stream().filter(this::isShown).toList()));
        }
        assertThat(expected).hasSizeGreaterThan(20);
    }

    @Property(tries = 10)
    void whatHasMovedIsOutOfPlacementsWithinACategory(@ForAll long seed) {
        for (int step = 0; step < 600; step++) {
            change(Hash.of(seed, step, 0) >>> 1);
            for (int anchor : expected.keySet()) {
                int leaf = catalog.items().category(anchor);
                assertThat(pool(anchor, new Filters(0, List.of(), false, false, 0)))
                        .allMatch(id -> leaf == 0
                                || catalog.items().category(catalog.items().row(id)) == leaf);
            }
        }
    }

    @Test
    void anAnchorThatWasNeverVisitedIsAskedForEachTime() {
        catalog.update(Fixtures.item(1, Fixtures.START));
        for (int i = 2; i < 30; i++) {
            catalog.update(Fixtures.item(i, Fixtures.START));
        }
        int asked = drawn.asked;
        pool(1);
        pool(1);

        assertThat(drawn.asked).isEqualTo(asked + 2);
    }

    @Test
    void memoryOfListsStaysBoundedWhileTheyAreMadeAnew() {
        for (int step = 0; step < 3000; step++) {
            change(Hash.of(3, step, 0) >>> 1);
        }
        long bytes = memory.bytes();
        for (int step = 3000; step < 20_000; step++) {
            change(Hash.of(3, step, 0) >>> 1);
        }

        assertThat(memory.bytes()).isLessThan(bytes + bytes / 10);
    }
}
