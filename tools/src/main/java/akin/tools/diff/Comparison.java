package akin.tools.diff;

import akin.models.memory.PageHeader;
import java.util.Arrays;

/**
 * An entry of one savepoint beside that of another.
 *
 * @param part the table, or the kind of what is no page
 * @param owner the shard, user or item
 * @param firstRow of the page, 0 for what is no page
 * @param rows that differ; of what is no page there is one
 * @param someRows the first of them
 * @param numbers that differ in these rows
 * @param greatest absolute difference of two floats, 0 where numbers are no floats; infinite when one of them is not
 *     finite
 */
public record Comparison(
        Outcome outcome,
        String part,
        String owner,
        int firstRow,
        int rows,
        int[] someRows,
        int numbers,
        double greatest) {
    private static final int MOST_SHOWN = 5;
    private static final int[] NONE = {};

    /** How the two are to each other. */
    public enum Outcome {
        EQUAL,
        ONLY_FIRST,
        ONLY_SECOND,
        CHANGED,
        RESHAPED
    }

    /**
     * Compares two entries of the same key, of which one may be null.
     *
     * @param areFloats whether the numbers of a page are floats
     */
    static Comparison of(StateEntry first, StateEntry second, boolean areFloats) {
        if (first == null) {
            return of(Outcome.ONLY_SECOND, second);
        }
        if (second == null) {
            return of(Outcome.ONLY_FIRST, first);
        }
        if (Arrays.equals(first.bytes(), second.bytes())) {
            return of(Outcome.EQUAL, first);
        }
        if (!first.isPage()) {
            return of(Outcome.CHANGED, first);
        }
        PageHeader header = PageHeader.of(first.bytes());
        return header.equals(PageHeader.of(second.bytes()))
                ? byRow(first, second, header, areFloats)
                : of(Outcome.RESHAPED, first);
    }

    private static Comparison of(Outcome outcome, StateEntry entry) {
        int rows = entry.isPage() ? PageHeader.of(entry.bytes()).rows() : 1;
        return new Comparison(outcome, entry.part(), owner(entry), rows * entry.number(), rows, NONE, 0, 0);
    }

    private static String owner(StateEntry entry) {
        return entry.isPage() ? "shard " + entry.owner() : entry.owner();
    }

    private static Comparison byRow(StateEntry first, StateEntry second, PageHeader header, boolean areFloats) {
        int[] left = PageHeader.numbers(first.bytes());
        int[] right = PageHeader.numbers(second.bytes());
        int firstRow = header.rows() * first.number();
        int[] rows = new int[header.rows()];
        int found = 0;
        int numbers = 0;
        double greatest = 0;
        for (int at = 0; at < left.length; at++) {
            if (left[at] != right[at]) {
                int row = firstRow + at / header.width();
                numbers++;
                greatest = Math.max(greatest, areFloats ? difference(left[at], right[at]) : 0);
                if (found == 0 || rows[found - 1] != row) {
                    rows[found++] = row;
                }
            }
        }
        int[] some = Arrays.copyOf(rows, Math.min(found, MOST_SHOWN));
        return new Comparison(Outcome.CHANGED, first.part(), owner(first), firstRow, found, some, numbers, greatest);
    }

    private static double difference(int left, int right) {
        double difference = Math.abs((double) Float.intBitsToFloat(left) - Float.intBitsToFloat(right));
        return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
    }
}
