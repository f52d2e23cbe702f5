package akin.similar.pairs;

import akin.models.session.Shopper;
import akin.similar.pairs.ViewToPurchase.Action;
import akin.state.savepoint.SavedJob;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Mines pairs from the shoppers in a savepoint of the streaming job. It remembers of each the items in the order of their last
 * visit, and which of them were bought: an item that was bought is taken as bought at its last visit.
 */
public final class SavedShoppers {
    private final ToIntFunction<String> items;
    private final ViewToPurchase mining;
    private final List<Pair> pairs = new ArrayList<>();
    private long purchases;

    /**
     * @param items gives the number of an item
     */
    SavedShoppers(ToIntFunction<String> items, ViewToPurchase mining) {
        this.items = items;
        this.mining = mining;
    }

    /**
     * Reads a savepoint, user by user in the order of their ids.
     *
     * @param savepoint its folder
     * @param items gives the number of an item
     */
    public static SavedShoppers read(String savepoint, ToIntFunction<String> items, ViewToPurchase mining)
            throws IOException {
        SavedShoppers shoppers = new SavedShoppers(items, mining);
        SavedJob job = SavedJob.open(savepoint);
        try {
            job.forEachShopper((id, shopper) -> shoppers.add(shopper));
        } catch (Exception e) {
            throw new IOException("the shoppers of " + savepoint + " can't be read: " + e.getMessage(), e);
        }
        return shoppers;
    }

    void add(Shopper shopper) {
        Set<String> bought = new HashSet<>(shopper.bought());
        List<Action> actions = new ArrayList<>();
        shopper.history().forEach(seen -> {
            int item = items.applyAsInt(seen.id());
            actions.add(new Action(item, false));
            if (bought.contains(seen.id())) {
                actions.add(new Action(item, true));
                purchases++;
            }
        });
        pairs.addAll(mining.mine(actions));
    }

    public List<Pair> pairs() {
        return List.copyOf(pairs);
    }

    /** Returns how many purchases shoppers made of items that are remembered. */
    public long purchases() {
        return purchases;
    }
}
