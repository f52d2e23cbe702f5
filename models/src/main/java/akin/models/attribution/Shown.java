package akin.models.attribution;

import akin.models.ranking.Trial;
import java.util.Arrays;
import java.util.List;

/**
 * A list that was shown to a user as part of experiments, and what came of it; immutable.
 *
 * @param timestamp event time, epoch milliseconds
 * @param items best first
 * @param teams of an interleaved list, {@code a} or {@code b} for each place, by whose item stands there; else empty
 * @param isSeen whether it counts already: it does from the ranking on, or from its impression
 * @param done by place up to the last that anything came of, what came of the item there, as a sum of the flags below
 */
public record Shown(
        String rankingId,
        long timestamp,
        ItemIds items,
        List<Trial> trials,
        String teams,
        boolean isSeen,
        byte[] done) {
    static final int CLICKED = 1;
    static final int CARTED = 2;
    static final int BOUGHT = 4;

    private static final byte[] NOTHING = {};

    /** Returns a list that doesn't count yet. */
    public static Shown of(String rankingId, long timestamp, ItemIds items, List<Trial> trials, String teams) {
        return new Shown(rankingId, timestamp, items, trials, teams, false, NOTHING);
    }

    /** Returns the same with an equal list of experiments. */
    public Shown with(List<Trial> equal) {
        return new Shown(rankingId, timestamp, items, equal, teams, isSeen, done);
    }

    Shown seen() {
        return new Shown(rankingId, timestamp, items, trials, teams, true, done);
    }

    Shown with(int place, int flag) {
        byte[] after = Arrays.copyOf(done, Math.max(done.length, place + 1));
        after[place] |= (byte) flag;
        return new Shown(rankingId, timestamp, items, trials, teams, isSeen, after);
    }

    boolean has(int place, int flag) {
        return place < done.length && (done[place] & flag) != 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shown that
                && rankingId.equals(that.rankingId)
                && timestamp == that.timestamp
                && items.equals(that.items)
                && trials.equals(that.trials)
                && teams.equals(that.teams)
                && isSeen == that.isSeen
                && Arrays.equals(done, that.done);
    }

    @Override
    public int hashCode() {
        return 31 * rankingId.hashCode() + Arrays.hashCode(done);
    }

    @Override
    public String toString() {
        return rankingId + " at " + timestamp + ": " + items.toList() + " " + Arrays.toString(done);
    }
}
