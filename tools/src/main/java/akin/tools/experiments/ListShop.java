package akin.tools.experiments;

import akin.models.attribution.Attribution;
import akin.models.attribution.Change;
import akin.models.attribution.ItemIds;
import akin.models.attribution.Outcome;
import akin.models.attribution.Shown;
import akin.models.attribution.Trail;
import akin.models.event.EventType;
import akin.models.ranking.Trial;
import akin.tools.simulation.Draws;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Shoppers who look through lists: from the top, each place less likely than the one above; who click what suits their taste,
 * put some of it into the cart, and leave the list when they have found. Some shoppers come far more often than others, and
 * were here more often before, too.
 */
final class ListShop {
    static final int PLACES = 10;

    private static final double FOUND = 0.4;
    private static final double CART = 0.45;
    private static final double SUITS = 0.25;
    private static final double LISTS = 2;
    private static final double VISITS_BEFORE = 4;
    private static final int LISTS_MOST = 20;
    private static final long PAUSE = 60_000;
    private static final double[] EXAMINED = examined();

    private final Attribution attribution;
    private final double effect;
    private final List<List<String>> lists = new ArrayList<>();
    private final String[] rankingIds = new String[LISTS_MOST];

    /**
     * @param effect what treatment adds to the chance that a clicked item goes into the cart, as a share of it
     */
    ListShop(Attribution attribution, double effect) {
        this.attribution = attribution;
        this.effect = effect;
        for (int list = 0; list < LISTS_MOST; list++) {
            List<String> items = new ArrayList<>();
            for (int place = 0; place < PLACES; place++) {
                items.add("i" + (PLACES * list + place));
            }
            lists.add(List.copyOf(items));
            rankingIds[list] = "r" + list;
        }
    }

    private static double[] examined() {
        double[] examined = new double[PLACES];
        for (int place = 0; place < PLACES; place++) {
            examined[place] = examined(place);
        }
        return examined;
    }

    /** Returns the chance that a shopper who has not left looks at a place, 0 the best. */
    static double examined(int place) {
        return 1 / StrictMath.pow(place + 1.0, 0.7);
    }

    /** Lets a shopper come, in experiments or in none. */
    void shopper(List<Trial> trials, boolean isTreated, Draws draws, Consumer<Change> changes) {
        double eagerness = 0.3 - 0.7 * StrictMath.log(1 - draws.unit());
        Trail trail = Trail.active(poisson(VISITS_BEFORE * eagerness, draws));
        int wanted = Math.min(LISTS_MOST, 1 + poisson(LISTS * eagerness, draws));
        double cart = CART * (isTreated ? 1 + effect : 1);
        for (int list = 0; list < wanted; list++) {
            long time = PAUSE * list;
            List<String> items = lists.get(list);
            trail = attribution.exposed(
                    trail, Shown.of(rankingIds[list], time, ItemIds.of(items), trials, ""), changes);
            boolean isFound = false;
            for (int place = 0; place < PLACES && !isFound; place++) {
                if (draws.unit() < EXAMINED[place] * SUITS) {
                    trail = happened(trail, items.get(place), EventType.VIEW, time + place, changes);
                    if (draws.unit() < cart) {
                        trail = happened(trail, items.get(place), EventType.CART, time + place, changes);
                    }
                    isFound = draws.unit() < FOUND;
                }
            }
        }
    }

    private Trail happened(Trail trail, String itemId, EventType type, long time, Consumer<Change> changes) {
        return attribution.happened(trail, new Outcome(itemId, type, time, null, 0), changes);
    }

    /** Knuth's way: how many uniform numbers it takes until their product is small. */
    private static int poisson(double mean, Draws draws) {
        double least = StrictMath.exp(-mean);
        double product = draws.unit();
        int count = 0;
        while (product > least) {
            product *= draws.unit();
            count++;
        }
        return count;
    }
}
