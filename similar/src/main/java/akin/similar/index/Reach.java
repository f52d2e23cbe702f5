package akin.similar.index;

import java.io.Serializable;

/**
 * How much is looked for in each of the indexes that a catalogue is spread over by a hash.
 *
 * <p>Of the nearest {@code n}, an index with a share {@code s} of the products holds a number that is binomial with mean
 * {@code ns} and a variance below it. It is asked for six standard deviations more than the mean: with any number of
 * indexes, next to nothing is left out, and many indexes do not do the whole work each.
 *
 * @param nearest looked for in all indexes together
 * @param search kept in view by a search, at least
 * @param breadth kept in view per product that an index is asked for
 * @param scan products per one in view up to which all of an index are compared: a wide walk compares so many that this is
 *     faster, and exact
 */
public record Reach(int nearest, int search, double breadth, int scan) implements Serializable {
    private static final double DEVIATIONS = 6;

    /** Returns how many products an index is asked for that holds {@code rows} of {@code all}. */
    public int nearest(long rows, long all) {
        double mean = (double) nearest * rows / Math.max(all, 1);
        return (int) Math.min(nearest, Math.ceil(mean + DEVIATIONS * Math.sqrt(mean)) + 1);
    }

    /** Returns how many are kept in view by a search for so many. */
    public int width(int wanted) {
        return (int) Math.max(search, Math.ceil(breadth * wanted));
    }

    /** Whether all products of an index are compared. */
    public boolean isScan(long rows, int wanted) {
        return rows <= (long) scan * width(wanted);
    }
}
