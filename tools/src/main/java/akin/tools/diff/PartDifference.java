package akin.tools.diff;

import akin.tools.diff.Comparison.Outcome;
import java.util.EnumMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeSet;

/** The sum of the comparisons of one table, or of what is no page. */
final class PartDifference {
    private static final int MOST_SHOWN = 5;

    private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    private final TreeSet<Place> places = new TreeSet<>();
    private long rows;
    private long numbers;
    private double greatest;

    private record Place(String owner, int row, boolean isRow) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byOwner = owner.compareTo(other.owner);
            return byOwner != 0 ? byOwner : Integer.compare(row, other.row);
        }

        @Override
        public String toString() {
            return isRow ? owner + " row " + row : owner;
        }
    }

    void add(Comparison comparison) {
        counts.merge(comparison.outcome(), 1L, Long::sum);
        if (comparison.outcome() == Outcome.EQUAL) {
            return;
        }
        rows += comparison.rows();
        numbers += comparison.numbers();
        greatest = Math.max(greatest, comparison.greatest());
        if (comparison.someRows().length == 0) {
            show(new Place(comparison.owner(), comparison.firstRow(), false));
        }
        for (int row : comparison.someRows()) {
            show(new Place(comparison.owner(), row, true));
        }
    }

    private void show(Place place) {
        places.add(place);
        if (places.size() > MOST_SHOWN) {
            places.pollLast();
        }
    }

    long count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }

    long entries() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    boolean isEqual() {
        return entries() == count(Outcome.EQUAL);
    }

    /** Rows that differ or that one side lacks. */
    long rows() {
        return rows;
    }

    /** Numbers that differ in rows that both have. */
    long numbers() {
        return numbers;
    }

    /** Greatest absolute difference of two floats. */
    double greatest() {
        return greatest;
    }

    /** The first places, for people. */
    String places() {
        StringJoiner text = new StringJoiner(", ");
        places.forEach(place -> text.add(place.toString()));
        return text.toString();
    }
}
