package akin.models.candidates;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.Fixtures;
import akin.models.catalog.Catalog;
import akin.models.catalog.CatalogSettings;
import akin.models.catalog.Item;
import akin.models.content.NewItems;
import akin.models.content.SimilarAttributes;
import akin.models.covisit.CovisitComponent;
import akin.models.covisit.CovisitSettings;
import akin.models.covisit.Covisits;
import akin.models.memory.Memory;
import akin.models.memory.RowPositions;
import akin.models.popularity.Popularity;
import akin.models.ranking.CandidateList;
import akin.models.ranking.Candidates;
import akin.models.ranking.Filters;
import akin.models.ranking.Placement;
import akin.models.ranking.Query;
import akin.models.ranking.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PoolsTest {
    private static final long NOW = Fixtures.START;
    private static final int ITEMS = 48;

    private final Memory memory = new Memory();
    private final Catalog catalog = new Catalog(
            memory, new CatalogSettings(List.of(), 1000, Duration.ofDays(90), true, Duration.ofDays(14)), row -> {});
    private final CovisitComponent covisit =
            new CovisitComponent(memory, new CovisitSettings(Duration.ZERO, 256, 0.9), catalog);
    private final Covisits covisits = covisit.covisits();
    /** Names the items at two rows, whatever is asked. */
    private final Source near = new Source() {
        @Override
        public String name() {
            return "near";
        }

        @Override
        public void find(Query query, IntPredicate eligible, CandidateList into) {
            IntStream.of(47, 48)
                    .filter(row -> query.anchor() != 0 && eligible.test(row))
                    .forEach(row -> into.add(row, row));
            into.sort();
        }
    };

    private final Popularity popularity = new Popularity(memory, 30, catalog, covisits);
    private final Pools pools = new Pools(
            memory,
            new PoolSettings(30, Map.of("covisit", 30, "attributes", 10, "new", 5), 5, 8),
            catalog,
            List.of(
                    covisit,
                    new SimilarAttributes(catalog),
                    new NewItems(catalog, Duration.ofDays(14)),
                    near,
                    popularity));

    PoolsTest() {
        for (int i = 0; i < ITEMS; i++) {
            catalog.update(Fixtures.item(i, 1));
        }
        Random random = new Random(3);
        for (int user = 0; user < 200; user++) {
            List<Integer> seen = new ArrayList<>();
            for (int visit = 0; visit < 4; visit++) {
                int row = catalog.visit("i" + (int) (ITEMS * Math.pow(random.nextDouble(), 2)), NOW);
                if (!seen.contains(row)) {
                    covisits.learn(row, seen.stream().mapToInt(i -> i).toArray(), seen.size(), NOW);
                    popularity.learn(row);
                    seen.add(row);
                }
            }
        }
    }

    private List<Integer> pool(int anchor, Filters filters, String... excluded) {
        Candidates pool = candidates(anchor, Fixtures.placement("p", filters), NOW, excluded);
        return IntStream.range(0, pool.size()).mapToObj(pool::row).toList();
    }

    private Candidates candidates(int anchor, Placement placement, long now, String... excluded) {
        String id = anchor == 0 ? "unheard of" : catalog.items().id(anchor);
        Query query = new Query().set(catalog.items(), id, List.of(id), 1, now, 0);
        return pools.pool(query, placement, List.of(excluded));
    }

    @Test
    void popularityEqualsAFullSort() {
        List<Integer> expected = IntStream.rangeClosed(1, ITEMS)
                .boxed()
                .filter(row -> covisits.total(row) > 0)
                .sorted(Comparator.comparingDouble((Integer row) -> -covisits.total(row)))
                .limit(30)
                .toList();
        List<Double> totals = IntStream.range(0, popularity.size(1))
                .mapToObj(n -> covisits.total(popularity.row(1, n)))
                .toList();

        assertThat(totals).isEqualTo(expected.stream().map(covisits::total).toList());
    }

    @Test
    void neverHoldsTheAnchorOrWhatMustNotBeShown() {
        catalog.update(Item.deleted("i2", NOW));

        assertThat(pool(1, Filters.NONE, "i4"))
                .hasSize(30)
                .doesNotHaveDuplicates()
                .doesNotContain(1, 3, 5);
    }

    @Test
    void filtersByCategoryAttributeAndPrice() {
        int anchor = 1;
        int leaf = catalog.items().category(anchor);
        assertThat(pool(anchor, new Filters(0, List.of(), false, false, 0)))
                .isNotEmpty()
                .allMatch(row -> catalog.items().category(row) == leaf);
        assertThat(pool(anchor, new Filters(1, List.of(), false, false, 0)))
                .hasSizeGreaterThan(3)
                .allMatch(row -> catalog.categories()
                        .isWithin(
                                catalog.items().category(row),
                                catalog.categories().parent(leaf)));
        int brand = catalog.features().attribute("brand");
        assertThat(pool(anchor, new Filters(-1, List.of("brand"), false, false, 0)))
                .isNotEmpty()
                .allMatch(row -> catalog.features().valueOf(row, brand)
                        == catalog.features().valueOf(anchor, brand));
        assertThat(pool(anchor, new Filters(-1, List.of(), false, false, 0.15)))
                .isNotEmpty()
                .allMatch(row ->
                        catalog.items().price(row) <= 11.5f && catalog.items().price(row) >= 8.5f);
    }

    @Test
    void remembersRanksAndMergesRankByRank() {
        Candidates pool = candidates(1, Fixtures.placement("p", Filters.NONE), NOW);

        assertThat(pool.ranks(0).rank("covisit")).isEqualTo(1);
        int firstOfAttributes = IntStream.range(0, pool.size())
                .filter(i -> pool.ranks(i).rank("attributes") == 1)
                .findFirst()
                .orElseThrow();
        assertThat(firstOfAttributes).isLessThanOrEqualTo(1);
        int attributes = pool.sources().indexOf("attributes");
        int nearest = pool.position(48);
        assertThat(pool.ranks(nearest).rank("near")).isEqualTo(1);
        assertThat(pool.score(pool.sources().indexOf("near"), nearest)).isEqualTo(48);
        for (int i = 0; i < pool.size(); i++) {
            assertThat(pool.score(attributes, i))
                    .isEqualTo(
                            pool.rank(attributes, i) == 0
                                    ? 0
                                    : catalog.features().similarity(1, pool.row(i)));
        }
    }

    @Test
    void newItemsComeWithinSecondsAndOnlyWhileNew() {
        Item fresh = new Item(
                "fresh", NOW, Fixtures.item(0, 1).category(), null, Double.NaN, new TreeMap<>(), true, NOW, false);
        catalog.update(fresh);
        int row = catalog.items().row("fresh");
        Candidates pool = candidates(1, Fixtures.placement("p", Filters.NONE), NOW + 1000);
        assertThat(pool.ranks(pool.position(row)).rank("new")).isPositive();

        Candidates later = candidates(
                1,
                Fixtures.placement("p", Filters.NONE),
                NOW + Duration.ofDays(15).toMillis());
        int position = later.position(row);
        assertThat(position < 0 || later.ranks(position).rank("new") == 0).isTrue();
    }

    @Test
    void anUnknownAnchorGetsWhatIsPopular() {
        List<Integer> expected = IntStream.range(0, popularity.size(1))
                .mapToObj(n -> popularity.row(1, n))
                .toList();

        assertThat(pool(0, Filters.NONE)).isEqualTo(expected);
    }

    @Test
    void rowPositionsAreAMap() {
        RowPositions positions = new RowPositions();
        Random random = new Random(1);
        for (int round = 0; round < 3; round++) {
            positions.clear();
            Map<Integer, Integer> expected = new HashMap<>();
            for (int i = 0; i < 3000; i++) {
                int row = 1 + random.nextInt(4000);
                assertThat(positions.put(row, i)).isEqualTo(expected.putIfAbsent(row, i) == null);
                assertThat(positions.get(i)).isEqualTo(expected.getOrDefault(i, -1));
            }
        }
    }
}
