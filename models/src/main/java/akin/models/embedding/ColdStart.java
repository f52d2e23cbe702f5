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
    private final Slots slots;

    ColdStart(Catalog catalog, Slots slots) {
        this.catalog = catalog;
        this.slots = slots;
    }

    /**
     * Slots of items with attributes in common.
     *
     * @param usable which slots may be named
     * @param into where they are written
     * @return how many
     */
    int similar(int slot, IntPredicate usable, int[] into) {
        int row = slots.row(slot);
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
            int slot = slots.of(holder);
            // What needs little memory is asked first: most have no slot.
            if (slot != 0
                    && usable.test(slot)
                    && holder != row
                    && isThere(ref)
                    && catalog.features().has(holder, feature)) {
                into[n++] = slot;
            }
        }
        return n;
    }
}
