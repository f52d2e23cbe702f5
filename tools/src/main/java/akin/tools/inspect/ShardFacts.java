package akin.tools.inspect;

import akin.models.catalog.Items;
import akin.models.recommender.ShardReport;
import akin.state.savepoint.SavedShard;
import akin.state.savepoint.SavedShard.TableSize;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What is to be said of a shard once its recommender is gone.
 *
 * @param rows ever used for items
 * @param idle items that were not seen in the last 30 days of event time
 * @param top the most visited items
 * @param spaces health of each space
 */
record ShardFacts(
        ShardReport report,
        int rows,
        int idle,
        List<TopItem> top,
        SortedMap<String, TableSize> tables,
        SortedMap<String, SpaceHealth> spaces) {
    private static final int MOST_TOP = 10;
    private static final long IDLE_MILLIS = 30L * 86_400_000;

    /** An item and its visits. */
    record TopItem(String itemId, int visits) {
        static final Comparator<TopItem> ORDER =
                Comparator.comparingInt((TopItem item) -> -item.visits).thenComparing(TopItem::itemId);
    }

    static ShardFacts of(SavedShard shard) {
        ShardReport report = shard.recommender().report(shard.number(), true);
        Items items = shard.recommender().catalog().items();
        SortedMap<String, SpaceHealth> spaces = new TreeMap<>();
        shard.recommender().spaces().forEach((name, space) -> spaces.put(name, SpaceHealth.of(space)));
        long idleSince = report.timestamp() - IDLE_MILLIS;
        int idle = (int)
                alive(items).filter(row -> items.lastSeen(row) < idleSince).count();
        return new ShardFacts(report, items.end() - 1, idle, top(items), shard.tables(), spaces);
    }

    private static IntStream alive(Items items) {
        return IntStream.range(1, items.end()).filter(items::isAlive);
    }

    private static List<TopItem> top(Items items) {
        return alive(items)
                .filter(row -> items.visits(row) > 0)
                .mapToObj(row -> new TopItem(items.id(row), items.visits(row)))
                .sorted(TopItem.ORDER)
                .limit(MOST_TOP)
                .toList();
    }

    long pages() {
        return tables.values().stream().mapToLong(TableSize::pages).sum();
    }

    /** Rows that hold no item now. */
    int free() {
        return rows - report.items();
    }
}
