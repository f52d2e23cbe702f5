package akin.tools.logs.delimited;

import akin.models.catalog.Item;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Remembers what was told of items, so that a log whose every line repeats it tells of an item only when it changed. */
final class Catalogue {
    /** Beyond it the item seen longest ago is forgotten, and told of once more than needed. */
    private static final int MOST_ITEMS = 200_000;

    private final Map<String, Item> known = new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Item> eldest) {
            return size() > MOST_ITEMS;
        }
    };

    /** Takes in what is known of an item; returns whether that is new. */
    boolean changes(Item item) {
        Item before = known.get(item.itemId());
        if (before != null && isSame(before, item)) {
            return false;
        }
        known.put(item.itemId(), item);
        return true;
    }

    private static boolean isSame(Item before, Item now) {
        return before.category().equals(now.category())
                && Objects.equals(before.brand(), now.brand())
                && Double.compare(before.price(), now.price()) == 0
                && before.attributes().equals(now.attributes())
                && before.available() == now.available();
    }
}
