package akin.models.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.Fixtures;
import akin.models.memory.Memory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CatalogTest {
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
        catalog.update(Item.deleted("never seen", 9));
        assertThat(catalog.items().row("never seen")).isZero();
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
}
