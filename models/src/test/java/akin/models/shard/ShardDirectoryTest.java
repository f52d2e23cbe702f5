package akin.models.shard;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.catalog.Item;
import akin.models.session.ShardVersions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShardDirectoryTest {
    private final MapChanges changes = new MapChanges();
    private final MapNumbers paths = new MapNumbers();
    private final MapNumbers items = new MapNumbers();
    private final List<ItemUpdate> updates = new ArrayList<>();

    private void route(ShardDirectory directory, Item item) {
        directory.route(item, paths, items, changes, 0, updates::add);
    }

    @Test
    void hashSpreadsItemsEvenly() {
        ShardDirectory directory = new ShardDirectory(new ShardSettings(ShardSettings.By.HASH, 1, 7));
        int[] counts = new int[7];
        for (int i = 0; i < 70_000; i++) {
            counts[directory.shardOf("item-" + i)]++;
        }
        assertThat(Arrays.stream(counts).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(9_500, 10_500));
        assertThat(directory.needsCatalog()).isFalse();
    }

    @Test
    void categoriesAreNumberedAsTheyAppear() {
        ShardDirectory directory = new ShardDirectory(new ShardSettings(ShardSettings.By.CATEGORY, 1, 1));
        route(directory, Item.of("x", 0, List.of("shoes", "boots")));
        route(directory, Item.of("y", 0, List.of("hats")));
        route(directory, Item.of("z", 0, List.of("shoes", "sandals")));
        route(directory, Item.of("w", 0, List.of()));

        assertThat(updates).extracting(ItemUpdate::shard).containsExactly(1, 2, 1, ShardDirectory.UNKNOWN);
    }

    @Test
    void anItemThatMovesLeavesItsOldShard() {
        ShardDirectory directory = new ShardDirectory(new ShardSettings(ShardSettings.By.CATEGORY, 1, 1));
        route(directory, Item.of("x", 0, List.of("shoes")));
        route(directory, Item.of("x", 9, List.of("sale")));
        route(directory, Item.deleted("x", 20));

        assertThat(updates).extracting(ItemUpdate::shard).containsExactly(1, 1, 2, 2);
        assertThat(updates).extracting(update -> update.item().deleted()).containsExactly(false, true, false, true);
        assertThat(items.get("x")).isNull();
    }

    @Test
    void anOlderChangeDoesNotOvertake() {
        ShardDirectory directory = new ShardDirectory(new ShardSettings(ShardSettings.By.CATEGORY, 1, 1));
        route(directory, Item.of("x", 5, List.of("shoes")));
        route(directory, Item.of("x", 4, List.of("hats")));
        route(directory, Item.of("x", 5, List.of("bags")));
        route(directory, Item.deleted("x", 9));
        route(directory, Item.of("x", 8, List.of("shoes")));

        assertThat(updates).extracting(ItemUpdate::shard).containsExactly(1, 1, 2, 2);
        assertThat(updates.get(3).item().deleted()).isTrue();
        assertThat(items.get("x")).isNull();
    }

    @Test
    void aDeletedItemIsUnknownAfterAWhileUnlessItComesBack() {
        ShardVersions listed = ShardVersions.after(null, new ItemUpdate(3, Item.of("x", 10, List.of()), 0), 100, 0);
        ShardVersions deleted = ShardVersions.after(listed, new ItemUpdate(3, Item.deleted("x", 20), 1), 100, 0);
        ShardVersions back = ShardVersions.after(deleted, new ItemUpdate(4, Item.of("x", 50, List.of()), 2), 100, 0);

        assertThat(deleted.at(119, -1)).isEqualTo(3);
        assertThat(deleted.at(120, -1)).isEqualTo(ShardDirectory.UNKNOWN);
        assertThat(deleted.isGone(119)).isFalse();
        assertThat(deleted.isGone(120)).isTrue();
        assertThat(back.at(200, -1)).isEqualTo(4);
        assertThat(back.isGone(Long.MAX_VALUE)).isFalse();
    }

    @Test
    void versionsAreSeenAsOfTheirTime() {
        ShardVersions versions =
                ShardVersions.of(10, 1).plus(20, 2, Long.MIN_VALUE).plus(30, 3, Long.MIN_VALUE);

        assertThat(versions.at(5, -1)).isEqualTo(-1);
        assertThat(versions.at(10, -1)).isEqualTo(1);
        assertThat(versions.at(29, -1)).isEqualTo(2);
        assertThat(versions.at(99, -1)).isEqualTo(3);
        assertThat(versions.plus(40, 4, 25).at(26, -1)).isEqualTo(2);
        assertThat(versions.plus(40, 4, 35).versions()).hasSize(2);
    }

    @Test
    void ofDeletedItemsTheLastAreRemembered() {
        MapChanges few = new MapChanges(8);
        for (int i = 0; i < 20; i++) {
            few.put(Item.of("i" + i, 2 * i, List.of()));
            few.put(Item.deleted("i" + i, 2 * i + 1));
        }
        few.put(Item.of("i19", 50, List.of()));

        assertThat(few.newest("i18")).isEqualTo(37);
        assertThat(few.newest("i19")).isEqualTo(50);
        assertThat(few.newest("i5")).isNull();
    }
}
