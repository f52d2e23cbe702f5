package akin.models.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.Fixtures;
import akin.models.memory.Memory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CatalogTest {
    private static final long START = 1_767_225_600_000L;
    private static final CatalogSettings SETTINGS =
            new CatalogSettings(List.of(), 20, Duration.ofDays(5), true, Duration.ofDays(14));

    private static final long DAY = Duration.ofDays(1).toMillis();

    private final List<Integer> removed = new ArrayList<>();
    private final Catalog catalog = new Catalog(
            new Memory(),
            new CatalogSettings(List.of(), 20, Duration.ofDays(5), true, Duration.ofDays(14)),
            removed::add);

    @Test
    void rowsAreUsedAgainUnderANewGeneration() {
        Items items = catalog.items();
        int row = items.add("a");
        int ref = items.ref(row);
        items.remove(row);

        assertThat(items.add("b")).isEqualTo(row);
        assertThat(items.resolve(ref)).isZero();
        assertThat(items.resolve(items.ref(row))).isEqualTo(row);
        assertThat(items.row("a")).isZero();
        assertThat(items.id(row)).isEqualTo("b");
    }

    @Test
    void aRowIsRetiredWhenItsGenerationsAreUsedUp() {
        Items items = catalog.items();
        Set<Integer> refs = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            int row = items.add("i" + i);
            assertThat(refs.add(items.ref(row))).isTrue();
            items.remove(row);
        }
        assertThat(items.live()).isZero();
        assertThat(items.end()).isLessThan(7);
    }

    /** Rows in use, and the queue of retired ones. */
    @Property(tries = 5, seed = "7")
    void rowsStayBoundedHoweverManyItemsCameAndWent(@ForAll @IntRange(min = 1, max = 3000) int most, @ForAll int seed) {
        Items items = new Items(new Memory());
        Random random = new Random(seed);
        List<Integer> live = new ArrayList<>();
        for (int i = 0; i < 1_000_000; i++) {
            if (live.size() == most) {
                int at = random.nextInt(most);
                items.remove(live.get(at));
                live.set(at, items.add("i" + i));
            } else {
                live.add(items.add("i" + i));
            }
        }
        assertThat(items.live()).isEqualTo(most);
        assertThat(items.end()).isLessThanOrEqualTo(2 + most + Math.max(1024, most) + 1);
        live.forEach(row -> assertThat(items.resolve(items.ref(row))).isEqualTo(row));
    }

    @Test
    void unlistedItemsExpireWhenIdleAndListedOnesStay() {
        catalog.update(Item.of("listed", 0, List.of("a")));
        catalog.visit("listed", 0);
        catalog.visit("idle", 0);
        for (int i = 0; i < 10; i++) {
            catalog.visit("busy", i * DAY);
        }

        assertThat(catalog.items().row("idle")).isZero();
        assertThat(catalog.items().row("listed")).isPositive();
        assertThat(removed).hasSize(1);
        assertThat(catalog.items().live()).isEqualTo(2);
    }

    @Test
    void theCeilingHoldsAndTheLongestIdleGo() {
        for (int i = 0; i < 100; i++) {
            catalog.visit("i" + i, i);
            assertThat(catalog.items().live()).isLessThanOrEqualTo(20);
        }
        assertThat(catalog.items().row("i99")).isPositive();
        assertThat(catalog.items().row("i0")).isZero();
        assertThat(catalog.items().end()).isEqualTo(21);
    }

    @Test
    void deletedAndUnavailableItemsAreNotShown() {
        Item item = Fixtures.item(1, 5);
        catalog.update(item);
        int row = catalog.items().row("i1");
        assertThat(catalog.isShowable(row)).isTrue();

        catalog.update(Item.deleted("i1", 6));
        assertThat(catalog.isShowable(row)).isFalse();
        catalog.update(item);
        assertThat(catalog.isShowable(row)).isTrue();
        catalog.update(new Item("i1", 8, item.category(), null, Double.NaN, new TreeMap<>(), false, 0, false));
        assertThat(catalog.isShowable(row)).isFalse();
    }

    @Test
    void categoriesKnowTheirAncestors() {
        Categories categories = catalog.categories();
        int leaf = categories.node(List.of("a", "b", "c"));
        int other = categories.node(List.of("a", "x"));

        assertThat(categories.path(leaf)).containsExactly("a", "b", "c");
        assertThat(categories.isWithin(leaf, categories.node(List.of("a")))).isTrue();
        assertThat(categories.isWithin(leaf, leaf)).isTrue();
        assertThat(categories.isWithin(leaf, other)).isFalse();
        assertThat(categories.isWithin(other, leaf)).isFalse();
        assertThat(categories.isWithin(0, leaf)).isFalse();
        assertThat(categories.isWithin(leaf, Categories.ROOT)).isTrue();
        assertThat(categories.ancestor(leaf, 1)).isEqualTo(categories.node(List.of("a", "b")));
        assertThat(categories.ancestor(leaf, 9)).isEqualTo(Categories.ROOT);
    }

    @Test
    void featuresAreAsSimilarAsTheirSets() {
        Features features = catalog.features();
        for (int i = 0; i < 12; i++) {
            catalog.update(Fixtures.item(i, 0));
        }
        for (int i = 0; i < 12; i++) {
            for (int j = 0; j < 12; j++) {
                Set<Integer> one = set(features.of(i + 1));
                Set<Integer> both = new HashSet<>(one);
                both.retainAll(set(features.of(j + 1)));
                one.addAll(set(features.of(j + 1)));
                assertThat(features.similarity(i + 1, j + 1)).isEqualTo((float) both.size() / one.size());
            }
        }
        int colour = features.attribute("colour");
        assertThat(features.valueOf(1, colour)).isPositive().isEqualTo(features.valueOf(4, colour));
        assertThat(features.valueOf(1, colour)).isNotEqualTo(features.valueOf(2, colour));
        assertThat(features.attribute("unheard of")).isZero();
    }

    private static Set<Integer> set(int[] numbers) {
        Set<Integer> set = new HashSet<>();
        for (int number : numbers) {
            set.add(number);
        }
        return set;
    }

    private static Item withAttribute(String id, String name, String value) {
        TreeMap<String, String> attributes = new TreeMap<>();
        attributes.put(name, value);
        return new Item(id, START, List.of(), null, 1, attributes, true, START, false);
    }

    @Test
    void featuresAndAttributesThatNoItemHasLeave() {
        Memory memory = new Memory();
        Catalog catalog = new Catalog(memory, SETTINGS, row -> {});
        catalog.update(withAttribute("steady", "colour", "red"));
        long bytes = 0;
        for (int i = 0; i < 5000; i++) {
            catalog.update(withAttribute("item" + i % 10, "name" + i % 1000, "value" + i));
            bytes = i == 100 ? memory.bytes() : bytes;
        }

        assertThat(memory.bytes()).isEqualTo(bytes);
        assertThat(catalog.features().attribute("colour")).isPositive();
        assertThat(catalog.features().attribute("name1")).isZero();
        int row = catalog.items().row("item9");
        int attribute = catalog.features().attribute("name999");
        assertThat(catalog.features().valueOf(row, attribute)).isPositive();
        assertThat(catalog.features().similarity(row, catalog.items().row("steady")))
                .isZero();
    }

    @Test
    void holdersAreCountedAnewAfterASavepointThatDidNotCountThem() {
        Memory memory = new Memory();
        Catalog counted = new Catalog(memory, SETTINGS, row -> {});
        for (int i = 0; i < 60; i++) {
            counted.update(withAttribute("item" + i % 15, "name" + i % 4, "value" + i % 7));
        }
        Memory before = new Memory();
        Catalog recounted = new Catalog(before, SETTINGS, row -> {});
        memory.forEachPage((table, number, page) -> {
            if (!table.equals("features.holders")) {
                before.load(table, number, page);
            }
        });
        recounted.loaded();
        for (Catalog catalog : List.of(counted, recounted)) {
            for (int i = 0; i < 15; i++) {
                catalog.update(withAttribute("item" + i, "other", "value"));
            }
        }

        assertThat(recounted.features().free()).isEqualTo(counted.features().free());
        assertThat(recounted.features().attribute("name1")).isZero();
    }

    @Test
    void anItemThatIsDeletedBeforeItIsKnownIsNotShownWhenVisited() {
        Catalog catalog = new Catalog(new Memory(), SETTINGS, row -> {});
        catalog.update(Item.deleted("gone", START));

        assertThat(catalog.isShowable(catalog.visit("gone", START + 1))).isFalse();
        catalog.update(withAttribute("gone", "colour", "red"));
        assertThat(catalog.isShowable(catalog.items().row("gone"))).isTrue();
    }

    @Test
    void aPathBeyondTheCeilingEndsAtTheCategoryAbove() {
        Categories categories = new Categories(new Memory());
        int shoes = categories.node(List.of("shoes"));
        for (int i = 0; categories.free() > 0; i++) {
            categories.node(List.of("flood" + i));
        }

        assertThat(categories.node(List.of("shoes", "boots"))).isEqualTo(shoes);
        assertThat(categories.node(List.of("hats", "caps"))).isEqualTo(Categories.ROOT);
    }
}
