package akin.jobs.command;

import akin.models.event.Event;
import akin.models.event.Message;
import akin.models.quality.FullRanking;
import akin.models.ranking.Rankers;
import akin.models.recommender.Recommender;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Ranks the whole catalogue for every proper prefix of a test session and notes the rank of the item that came next. As
 * in the published protocol only strictly better scores count against the target; {@code …_ties_by_item} is what a
 * shopper would see, where equal scores have some order.
 */
final class Evaluation {
    private static final int K = 20;

    private final Recommender model;
    private final Duration gap;
    private final Map<String, Event> last = new HashMap<>();
    private final double[][] sums = new double[Rankers.NAMES.size()][5];
    private FullRanking ranking;
    private long positions;

    Evaluation(Recommender model, Duration gap) {
        this.model = model;
        this.gap = gap;
        this.ranking = model.fullRanking();
    }

    void add(Message message) {
        Event event = message.event();
        if (event == null || !event.type().isVisit()) {
            return;
        }
        String key = event.sessionId() == null ? event.userId() : event.sessionId();
        Event before = last.put(key, event);
        if (before != null && (event.sessionId() != null || event.timestamp() - before.timestamp() <= gap.toMillis())) {
            positions++;
            note(ranking().ranks(before.itemId(), event.itemId()));
        }
    }

    /** Over the items known by now. */
    private FullRanking ranking() {
        if (!ranking.isCurrent()) {
            ranking = model.fullRanking();
        }
        return ranking;
    }

    private void note(FullRanking.Rank[] ranks) {
        for (int ranker = 0; ranker < ranks.length; ranker++) {
            double[] sum = sums[ranker];
            int rank = ranks[ranker].best();
            if (rank > 0 && rank <= K) {
                sum[0]++;
                sum[1] += 1.0 / rank;
                sum[2] += Math.log(2) / Math.log(rank + 1.0);
            }
            int byItem = ranks[ranker].byItem();
            if (byItem > 0 && byItem <= K) {
                sum[3]++;
                sum[4] += 1.0 / byItem;
            }
        }
    }

    long positions() {
        return positions;
    }

    /** Fractions by ranker. */
    Map<String, Map<String, Double>> figures() {
        Map<String, Map<String, Double>> figures = new TreeMap<>();
        for (int ranker = 0; ranker < sums.length; ranker++) {
            Map<String, Double> of = new TreeMap<>();
            of.put("recall@20", sums[ranker][0] / Math.max(1, positions));
            of.put("mrr@20", sums[ranker][1] / Math.max(1, positions));
            of.put("ndcg@20", sums[ranker][2] / Math.max(1, positions));
            of.put("recall@20_ties_by_item", sums[ranker][3] / Math.max(1, positions));
            of.put("mrr@20_ties_by_item", sums[ranker][4] / Math.max(1, positions));
            figures.put(Rankers.NAMES.get(ranker), of);
        }
        return figures;
    }
}
