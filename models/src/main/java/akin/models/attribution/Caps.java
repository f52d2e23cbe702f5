package akin.models.attribution;

import akin.models.statistics.Measure;
import akin.models.statistics.Moments;
import java.util.Arrays;

/** Cuts the numbers of unusually active users, so that no bot decides an experiment. */
final class Caps {
    private static final long MOST_ACTIVITY = 1000;
    private static final int HUNDREDTHS = 100;

    private final long[] most = new long[Measure.COUNT];

    Caps(AttributionSettings settings) {
        Arrays.fill(most, Moments.MOST);
        most[Measure.LISTS.ordinal()] = settings.mostLists();
        most[Measure.CLICKS.ordinal()] = settings.mostOutcomes();
        most[Measure.CARTS.ordinal()] = settings.mostOutcomes();
        most[Measure.PURCHASES.ordinal()] = settings.mostOutcomes();
        most[Measure.CREDIT.ordinal()] = settings.mostOutcomes();
        most[Measure.VALUE.ordinal()] = (long) settings.mostValue() * HUNDREDTHS;
        most[Measure.ACTIVITY.ordinal()] = MOST_ACTIVITY;
    }

    /** Returns what counts of a user's numbers. */
    long[] cut(long[] counts) {
        long[] cut = counts.clone();
        boolean isCapped = false;
        for (int i = 0; i < cut.length; i++) {
            long value = Math.max(-most[i], Math.min(most[i], counts[i]));
            isCapped |= value != counts[i] && i != Measure.ACTIVITY.ordinal();
            cut[i] = value;
        }
        cut[Measure.CLICKED.ordinal()] = counts[Measure.CLICKS.ordinal()] > 0 ? 1 : 0;
        cut[Measure.CARTED.ordinal()] = counts[Measure.CARTS.ordinal()] > 0 ? 1 : 0;
        cut[Measure.BOUGHT.ordinal()] = counts[Measure.PURCHASES.ordinal()] > 0 ? 1 : 0;
        cut[Measure.CAPPED.ordinal()] = isCapped ? 1 : 0;
        return cut;
    }
}
