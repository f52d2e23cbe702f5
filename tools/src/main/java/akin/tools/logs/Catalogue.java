package akin.tools.logs;

import akin.models.catalog.Item;
import akin.models.event.Message;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Tells of an item before its first event and whenever a log's line shows it changed. */
final class Catalogue {
    private final Map<String, Item> known = new HashMap<>();

    void see(Item item, Consumer<Message> out) {
        Item before = known.get(item.itemId());
        if (before == null || !same(before, item)) {
            known.put(item.itemId(), item);
            out.accept(Message.of(item));
        }
    }

    private static boolean same(Item before, Item now) {
        return before.category().equals(now.category())
                && Objects.equals(before.brand(), now.brand())
                && Double.compare(before.price(), now.price()) == 0
                && before.attributes().equals(now.attributes())
                && before.available() == now.available();
    }
}
