package akin.models.published;

import akin.models.catalog.Items;
import akin.models.component.SourceComponent;
import akin.models.memory.Memory;
import akin.models.memory.Strings;
import akin.models.memory.Table;
import akin.models.ranking.CandidateList;
import akin.models.ranking.Query;
import akin.models.shard.ItemUpdate;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Names the items that an application of the batch workflow published as similar to the anchor, in its order.
 *
 * <p>Table {@code ID.lists}: per item row a handle into {@code ID.texts}, 0 for none. A text holds the ids, one a line: an
 * item that is listed may come later than the list.
 */
public final class PublishedSimilar implements SourceComponent {
    /** Begins the name of the component and of its source; the application's follows. */
    public static final String PREFIX = "similar:";

    private final String id;
    private final String application;
    private final Items items;
    private final Table lists;
    private final Strings texts;

    public PublishedSimilar(Memory memory, String application, Items items) {
        id = PREFIX + application;
        this.application = application;
        this.items = items;
        lists = memory.table(id + ".lists", 1);
        texts = new Strings(memory, id + ".texts");
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public void learn(ItemUpdate update) {
        List<String> similar = update.item().content().similar().get(application);
        if (similar == null) {
            return;
        }
        int row = items.row(update.item().itemId());
        forget(row);
        if (!similar.isEmpty()) {
            lists.ensure(row);
            lists.setInt(row, 0, texts.put(String.join("\n", similar)));
        }
    }

    @Override
    public void forget(int row) {
        if (has(row)) {
            texts.free(lists.getInt(row, 0));
            lists.setInt(row, 0, 0);
        }
    }

    private boolean has(int row) {
        return lists.has(row) && lists.getInt(row, 0) != 0;
    }

    @Override
    public void find(Query query, IntPredicate eligible, CandidateList into) {
        if (!has(query.anchor())) {
            return;
        }
        int rank = 0;
        for (String similar : texts.get(lists.getInt(query.anchor(), 0)).split("\n")) {
            rank++;
            int row = items.row(similar);
            if (row != 0 && row != query.anchor() && eligible.test(row)) {
                into.add(1f / rank, row);
            }
        }
        into.sort();
    }
}
