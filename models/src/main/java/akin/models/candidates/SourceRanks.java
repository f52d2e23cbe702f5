package akin.models.candidates;

/**
 * A candidate's rank in each source, 10 bits each: 1 is best, 0 says that the source didn't name it.
 *
 * @param packed the rank in the n-th source in the n-th lowest 10 bits
 */
public record SourceRanks(long packed) {
    private static final int BITS = 10;
    private static final int MASK = (1 << BITS) - 1;

    public static final SourceRanks NONE = new SourceRanks(0);

    /** The rank in a source. */
    public int rank(Source source) {
        return (int) (packed >>> BITS * source.ordinal()) & MASK;
    }

    /** The same with the rank in one source added. */
    public SourceRanks with(Source source, int rank) {
        return new SourceRanks(with(packed, source, rank));
    }

    static long with(long packed, Source source, int rank) {
        return packed | (long) Math.min(rank, MASK) << BITS * source.ordinal();
    }

    /** True when {@code source} is the only one that named the candidate. */
    public boolean isOnly(Source source) {
        return packed == (long) rank(source) << BITS * source.ordinal();
    }
}
