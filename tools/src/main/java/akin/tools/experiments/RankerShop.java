package akin.tools.experiments;

import akin.models.attribution.Attribution;
import akin.models.attribution.Change;
import akin.models.attribution.ItemIds;
import akin.models.attribution.Outcome;
import akin.models.attribution.Shown;
import akin.models.attribution.Trail;
import akin.models.event.EventType;
import akin.models.ranking.Packed;
import akin.models.ranking.TeamDraft;
import akin.models.ranking.Trial;
import akin.tools.simulation.Draws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Shoppers before two rankers, which know their taste more or less: a ranker's score is how well the item suits and a
 * mistake, and those of the second ranker are a little smaller. Shoppers look from the top down until they have found or lose
 * patience: most find something with either ranker, and what differs is whose item it is.
 */
final class RankerShop {
    private static final int POOL = 30;
    private static final int LISTS_MOST = 12;
    private static final double SUITING = 0.15;
    private static final double SUITS = 0.6;
    private static final double OTHER = 0.05;
    private static final double STAYS = 0.97;
    private static final long PAUSE = 60_000;

    /** How a list comes about. */
    enum Arm {
        FIRST,
        SECOND,
        INTERLEAVED
    }

    private final Attribution attribution;
    private final double firstMistake;
    private final double secondMistake;
    private final String[][] ids = new String[LISTS_MOST][POOL];
    private final double[] suits = new double[POOL];
    private final long[] order = new long[POOL];

    RankerShop(Attribution attribution, double firstMistake, double secondMistake) {
        this.attribution = attribution;
        this.firstMistake = firstMistake;
        this.secondMistake = secondMistake;
        for (int list = 0; list < LISTS_MOST; list++) {
            for (int item = 0; item < POOL; item++) {
                ids[list][item] = "i" + (POOL * list + item);
            }
        }
    }

    /** Lets a shopper come. */
    void shopper(List<Trial> trials, Arm arm, Draws draws, Consumer<Change> changes) {
        double eagerness = 0.3 - 0.7 * StrictMath.log(1 - draws.unit());
        Trail trail = Trail.active((long) (10 * eagerness));
        int wanted = Math.min(LISTS_MOST, 1 + (int) (3 * eagerness));
        for (int list = 0; list < wanted; list++) {
            trail = list(trail, trials, arm, list, draws, changes);
        }
    }

    private Trail list(Trail before, List<Trial> trials, Arm arm, int list, Draws draws, Consumer<Change> changes) {
        for (int item = 0; item < POOL; item++) {
            suits[item] = draws.chance(SUITING) ? SUITS : OTHER;
        }
        int[] items = arm == Arm.SECOND ? ranked(secondMistake, draws) : ranked(firstMistake, draws);
        String teams = "";
        if (arm == Arm.INTERLEAVED) {
            int[] second = ranked(secondMistake, draws);
            TeamDraft draft = TeamDraft.of(items, second, ListShop.PLACES, draws.next());
            int[] both = new int[ListShop.PLACES];
            for (int place = 0; place < both.length; place++) {
                both[place] = (draft.isOfFirst(place) ? items : second)[draft.places()[place]];
            }
            items = both;
            teams = draft.teams();
        }
        return looked(
                before,
                Shown.of("r" + list, PAUSE * list, ItemIds.of(named(list, items)), trials, teams),
                items,
                draws,
                changes);
    }

    private int[] ranked(double mistake, Draws draws) {
        for (int item = 0; item < POOL; item++) {
            double normal =
                    Math.sqrt(-2 * StrictMath.log(1 - draws.unit())) * StrictMath.cos(2 * Math.PI * draws.unit());
            order[item] = Packed.of((float) (suits[item] + mistake * normal), item);
        }
        Arrays.sort(order);
        int[] items = new int[ListShop.PLACES];
        for (int place = 0; place < items.length; place++) {
            items[place] = Packed.position(order[POOL - 1 - place]);
        }
        return items;
    }

    private List<String> named(int list, int[] items) {
        List<String> named = new ArrayList<>(items.length);
        for (int item : items) {
            named.add(ids[list][item]);
        }
        return named;
    }

    private Trail looked(Trail before, Shown list, int[] items, Draws draws, Consumer<Change> changes) {
        Trail trail = attribution.exposed(before, list, changes);
        boolean isGone = false;
        for (int place = 0; place < items.length && !isGone; place++) {
            isGone = draws.unit() > STAYS;
            if (!isGone && draws.unit() < suits[items[place]]) {
                trail = attribution.happened(
                        trail,
                        new Outcome(
                                list.items().toList().get(place), EventType.VIEW, list.timestamp() + place, null, 0),
                        changes);
                isGone = true;
            }
        }
        return trail;
    }
}
