package akin.models.attribution;

import akin.models.ranking.RankedItem;
import akin.models.ranking.Ranking;
import akin.models.ranking.Trial;
import java.util.List;

/**
 * A list that was shown as part of experiments.
 *
 * @param timestamp event time, epoch milliseconds
 * @param items best first
 * @param teams of an interleaved list, {@code a} or {@code b} for each place, by whose item stands there; else empty
 */
public record Exposure(
        String userId, String rankingId, long timestamp, ItemIds items, List<Trial> trials, String teams) {
    public Exposure(
            String userId, String rankingId, long timestamp, List<String> items, List<Trial> trials, String teams) {
        this(userId, rankingId, timestamp, ItemIds.of(items), trials, teams);
    }

    /** Returns the same with an equal list of experiments. */
    public Exposure with(List<Trial> equal) {
        return new Exposure(userId, rankingId, timestamp, items, equal, teams);
    }

    /** Returns what is remembered of a ranking, or null when it is part of no experiment that counts it. */
    public static Exposure of(Ranking ranking) {
        if (ranking.provenance() == null) {
            return null;
        }
        List<Trial> counted = ranking.provenance().trials().stream()
                .filter(trial -> !trial.isForced())
                .toList();
        return counted.isEmpty()
                ? null
                : new Exposure(
                        ranking.userId(),
                        ranking.rankingId(),
                        ranking.timestamp(),
                        ranking.items().stream().map(RankedItem::itemId).toList(),
                        counted,
                        ranking.provenance().teams());
    }
}
