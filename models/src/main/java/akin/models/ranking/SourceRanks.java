package akin.models.ranking;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An item's rank in each source: 1 is best, 0 says that the source didn't name it. Immutable. */
public final class SourceRanks {
    private final List<String> sources;
    private final int[] ranks;

    /**
     * @param sources names of the sources, shared by the items of a ranking
     * @param ranks the rank in each; not to be changed any more
     */
    public SourceRanks(List<String> sources, int... ranks) {
        if (sources.size() != ranks.length) {
            throw new IllegalArgumentException(ranks.length + " ranks in " + sources.size() + " sources");
        }
        this.sources = sources;
        this.ranks = ranks;
    }

    /** Returns the names of all sources. */
    public List<String> sources() {
        return sources;
    }

    /** Returns the rank in the {@code n}-th source. */
    public int rank(int n) {
        return ranks[n];
    }

    /** Returns the rank in a source, 0 when there is no such source. */
    public int rank(String source) {
        int n = sources.indexOf(source);
        return n < 0 ? 0 : ranks[n];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SourceRanks that && sources.equals(that.sources) && Arrays.equals(ranks, that.ranks);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ranks);
    }

    @Override
    public String toString() {
        return IntStream.range(0, ranks.length)
                .filter(n -> ranks[n] > 0)
                .mapToObj(n -> sources.get(n) + " " + ranks[n])
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
