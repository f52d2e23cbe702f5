package akin.models.candidates;

import akin.models.catalog.Catalog;
import akin.models.catalog.Categories;
import akin.models.memory.RowPositions;
import akin.models.ranking.Filters;
import java.util.List;

/** What may be shown for one anchor, to one shopper. Every candidate of a pool has passed it. */
final class Eligibility {
    private final Catalog catalog;
    private final RowPositions excluded = new RowPositions();
    private int anchor;
    private int category;
    private int[] attributes = new int[0];
    private int[] values = new int[0];
    private float lowest;
    private float highest;

    Eligibility(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Prepares for an anchor.
     *
     * @param anchorRow 0 when the anchor is unknown: filters that compare with it pass everything
     * @param excludedIds items not to be shown to this shopper
     */
    void prepare(int anchorRow, Filters filters, List<String> excludedIds) {
        anchor = anchorRow;
        excluded.clear();
        excludedIds.forEach(id -> excluded.put(catalog.items().row(id), 0));
        category = category(filters);
        prepareAttributes(filters);
        preparePrices(filters);
    }

    /** Prepares for all that can be shown, the anchor too: shoppers look at an item once more. */
    void prepareForAll() {
        prepare(0, Filters.NONE, List.of());
    }

    private int category(Filters filters) {
        int leaf = anchor == 0 ? 0 : catalog.items().category(anchor);
        boolean any = filters.categoryLevels() < 0 || leaf == 0;
        return any ? Categories.ROOT : catalog.categories().ancestor(leaf, filters.categoryLevels());
    }

    private void prepareAttributes(Filters filters) {
        int count = filters.matching().size();
        if (attributes.length != count) {
            attributes = new int[count];
            values = new int[count];
        }
        for (int i = 0; i < count; i++) {
            attributes[i] = catalog.features().attribute(filters.matching().get(i));
            values[i] = anchor == 0 ? 0 : catalog.features().valueOf(anchor, attributes[i]);
        }
    }

    private void preparePrices(Filters filters) {
        float price = anchor == 0 ? Float.NaN : catalog.items().price(anchor);
        boolean any = filters.priceBand() == 0 || Float.isNaN(price);
        lowest = any ? 0 : (float) (price * (1 - filters.priceBand()));
        highest = any ? Float.POSITIVE_INFINITY : (float) (price * (1 + filters.priceBand()));
    }

    boolean allows(int row) {
        return row != 0
                && row != anchor
                && catalog.isShowable(row)
                && (excluded.isEmpty() || excluded.get(row) < 0)
                && isInCategory(row)
                && hasAttributes(row)
                && isInPriceBand(row);
    }

    private boolean isInCategory(int row) {
        return category == Categories.ROOT
                || catalog.categories().isWithin(catalog.items().category(row), category);
    }

    private boolean hasAttributes(int row) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] != 0 && catalog.features().valueOf(row, attributes[i]) != values[i]) {
                return false;
            }
        }
        return true;
    }

    /** An item without a price passes only where any price does. */
    private boolean isInPriceBand(int row) {
        return highest == Float.POSITIVE_INFINITY
                || (catalog.items().price(row) >= lowest && catalog.items().price(row) <= highest);
    }
}
