package akin.models.offpolicy;

import java.util.Collection;

/**
 * How often places are looked at, relative to the first one, as measured by pairs of neighbours in random order: an item is as
 * often at the upper place as at the lower one, so that what the upper one has more clicks is due to the place [Joachims,
 * Swaminathan and Schnabel, WSDM 2017; Wang et al., WSDM 2018].
 */
public final class Propensities {
    /** Keeps places without clicks from having no propensity at all. */
    private static final double PRIOR = 0.5;

    private final double[] byPlace;
    private final double[] errors;

    private Propensities(double[] byPlace, double[] errors) {
        this.byPlace = byPlace;
        this.errors = errors;
    }

    /** Takes propensities that are known, the best place first. */
    public static Propensities known(double... byPlace) {
        return new Propensities(byPlace.clone(), new double[byPlace.length]);
    }

    /**
     * Measures them by the lists with a random pair; of places below the last pair nothing is known but that they are looked
     * at no more often.
     *
     * @param places how many places pairs may have
     */
    public static Propensities measured(Collection<LoggedList> lists, int places) {
        long[] upper = new long[places];
        long[] lower = new long[places];
        for (LoggedList list : lists) {
            int pair = list.pair();
            if (pair > 0 && pair < places && pair < list.clicked().length) {
                upper[pair] += list.clicked()[pair - 1] ? 1 : 0;
                lower[pair] += list.clicked()[pair] ? 1 : 0;
            }
        }
        double[] byPlace = new double[places];
        double[] errors = new double[places];
        byPlace[0] = 1;
        double variance = 0;
        for (int place = 1; place < places; place++) {
            byPlace[place] = Math.min(1, byPlace[place - 1] * (lower[place] + PRIOR) / (upper[place] + PRIOR));
            variance += 1 / (upper[place] + PRIOR) + 1 / (lower[place] + PRIOR);
            errors[place] = byPlace[place] * Math.sqrt(variance);
        }
        return new Propensities(byPlace, errors);
    }

    /** Returns how often a place is looked at, 0 the best; places beyond the last count like it. */
    public double at(int place) {
        return byPlace[Math.min(place, byPlace.length - 1)];
    }

    /** Returns the standard error of that. */
    public double error(int place) {
        return errors[Math.min(place, errors.length - 1)];
    }

    /** Number of places that something is known of. */
    public int places() {
        return byPlace.length;
    }
}
