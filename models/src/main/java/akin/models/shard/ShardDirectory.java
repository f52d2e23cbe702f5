package akin.models.shard;

import akin.models.catalog.Item;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Decides which shard an item belongs to. Cut by category, shards are numbered as their paths first appear; shard 0 is
 * for items whose category is unknown. Cut by hash or not at all, an item's shard follows from its id.
 */
public final class ShardDirectory {
    /** Where items of unknown category live when the catalogue is cut by category. */
    public static final int UNKNOWN = 0;

    /** Greatest number of a shard; items of categories beyond it live in {@link #UNKNOWN}. */
    public static final int GREATEST = Short.MAX_VALUE;

    /** Of more deleted items the older half is forgotten. */
    public static final int MOST_DELETED = 1 << 16;

    private final ShardSettings settings;

    public ShardDirectory(ShardSettings settings) {
        this.settings = settings;
    }

    /** What the directory remembers: numbers by name. */
    public interface Numbers {
        /** The number of a name, or null. */
        Integer get(String name);

        void put(String name, int number);

        void remove(String name);
    }

    /** When each item was last changed, of deleted ones only the last. */
    public interface Changes {
        /** Event time of the newest change of an item, or null. */
        Long newest(String itemId);

        /** Remembers the newest change of an item. */
        void put(Item item);
    }

    /** Returns the ids of the half of deleted items that were deleted the longest ago, of one instant the lesser ids. */
    public static List<String> olderHalf(Collection<Map.Entry<String, Long>> deleted) {
        return deleted.stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .limit(deleted.size() / 2)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** True when an item's shard can't be told from its id alone. */
    public boolean needsCatalog() {
        return settings.by() == ShardSettings.By.CATEGORY;
    }

    /** The shard of an item by its id alone, {@link #UNKNOWN} when that needs the catalogue. */
    public int shardOf(String itemId) {
        return settings.by() == ShardSettings.By.HASH ? Math.floorMod(mix(itemId.hashCode()), settings.count()) : 0;
    }

    private static int mix(int hash) {
        int h = hash * 0x85EBCA6B;
        h ^= h >>> 13;
        h *= 0xC2B2AE35;
        return h ^ h >>> 16;
    }

    /**
     * Sends a catalogue change to the item's shard; when the item moved to another category, its old shard is told that
     * it is gone. A change that is older than the newest of its item holds no more, and goes nowhere.
     *
     * @param paths the shards' numbers by category path
     * @param items the items' shards by id
     * @param sequence number of the change among all of the catalogue's
     * @return false when a newer change overtook this one
     */
    public boolean route(
            Item item, Numbers paths, Numbers items, Changes changes, long sequence, Consumer<ItemUpdate> updates) {
        if (!needsCatalog()) {
            updates.accept(new ItemUpdate(shardOf(item.itemId()), item, sequence));
            return true;
        }
        Long newest = changes.newest(item.itemId());
        if (newest != null && newest > item.timestamp()) {
            return false;
        }
        changes.put(item);
        route(item, paths, items, sequence, updates);
        return true;
    }

    private void route(Item item, Numbers paths, Numbers items, long sequence, Consumer<ItemUpdate> updates) {
        Integer before = items.get(item.itemId());
        if (item.deleted()) {
            items.remove(item.itemId());
            updates.accept(new ItemUpdate(before == null ? UNKNOWN : before, item, sequence));
            return;
        }
        int now = number(item.category(), paths);
        if (before != null && before != now) {
            updates.accept(new ItemUpdate(before, Item.deleted(item.itemId(), item.timestamp()), sequence));
        }
        if (before == null || before != now) {
            items.put(item.itemId(), now);
        }
        updates.accept(new ItemUpdate(now, item, sequence));
    }

    private int number(List<String> category, Numbers paths) {
        if (category.isEmpty()) {
            return UNKNOWN;
        }
        String path = String.join("\u001f", category.subList(0, Math.min(settings.depth(), category.size())));
        Integer known = paths.get(path);
        if (known != null) {
            return known;
        }
        Integer last = paths.get("");
        int number = (last == null ? UNKNOWN : last) + 1;
        if (number > GREATEST) {
            return UNKNOWN;
        }
        paths.put("", number);
        paths.put(path, number);
        return number;
    }
}
