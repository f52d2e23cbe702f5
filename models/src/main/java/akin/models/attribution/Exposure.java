package akin.models.attribution;

import akin.models.ranking.RankedItem;
import akin.models.ranking.Ranking;
import akin.models.ranking.Trial;
import java.util.ArrayList;
import java.util.List;

/** A user to whom a list was shown as part of experiments. */
public record Exposure(String userId, Shown list) {
    public Exposure(
            String userId, String rankingId, long timestamp, List<String> items, List<Trial> trials, String teams) {
        this(userId, Shown.of(rankingId, timestamp, ItemIds.of(items), trials, teams));
    }

    /** Returns what is remembered of a ranking, or null when it is part of no experiment that counts it. */
    public static Exposure of(Ranking ranking) {
        List<Trial> counted = counted(ranking);
        return counted.isEmpty()
                ? null
                : new Exposure(
                        ranking.userId(),
                        ranking.rankingId(),
                        ranking.timestamp(),
                        itemIds(ranking.items()),
                        counted,
                        ranking.provenance().teams());
    }

    private static List<Trial> counted(Ranking ranking) {
        List<Trial> counted = new ArrayList<>(1);
        if (ranking.provenance() != null) {
            for (Trial trial : ranking.provenance().trials()) {
                if (!trial.isForced()) {
                    counted.add(trial);
                }
            }
        }
        return counted;
    }

    private static List<String> itemIds(List<RankedItem> items) {
        List<String> ids = new ArrayList<>(items.size());
        for (RankedItem item : items) {
            ids.add(item.itemId());
        }
        return ids;
    }
}
