package akin.models.embedding;

import akin.models.catalog.Catalog;
import akin.models.catalog.Items;
import akin.models.memory.Rings;
import java.util.function.IntPredicate;

/** Where an item that a learner never saw starts: among the newest holders of its rarest attribute that it did see. */
final class ColdStart {
    /** Most similar items. */
    static final int MOST = 8;

    private final Catalog catalog;

    ColdStart(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Rows of items with attributes in common.
     *
     * @param usable which rows may be named
     * @param into where they are written
     * @return how many
     */
    int similar(int row, IntPredicate usable, int[] into) {
        Rings holders = catalog.features().newestItems();
        for (int feature : catalog.features().byRarity(row)) {
            int n = holders(holders, feature, row, usable, into);
            if (n > 0) {
                return n;
            }
        }
        return 0;
    }

    private boolean isThere(int ref) {
        return catalog.items().resolve(ref) != 0;
    }

    private int holders(Rings holders, int feature, int row, IntPredicate usable, int[] into) {
        int n = 0;
        for (int i = 0; i < holders.size(feature) && n < into.length; i++) {
            int ref = holders.newest(feature, i);
            int holder = Items.row(ref);
            // What needs little memory is asked first: most have not started.
            if (usable.test(holder)
                    && holder != row
                    && isThere(ref)
                    && catalog.features().has(holder, feature)) {
                into[n++] = holder;
            }
        }
        return n;
    }
}
