package akin.tools.command;

import akin.models.event.Event;
import akin.models.event.Message;
import akin.models.quality.FullRanking;
import akin.models.recommender.Recommender;
import akin.models.session.Windows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Ranks the whole catalogue for every proper prefix of a test session and notes the rank of the item that came next. As
 * in the published protocol only strictly better scores count against the target; {@code …_ties_by_item} is what a
 * shopper would see, where equal scores have some order.
 */
final class Evaluation {
    private static final int K = 20;
    /** So many positions are ranked together. */
    private static final int TOGETHER = 64;

    private final Recommender model;
    private final Duration gap;
    private final int window;
    private final Map<String, Trail> trails = new HashMap<>();
    private final List<String> names;
    private final double[][] sums;
    private final List<FullRanking.Case> waiting = new ArrayList<>();
    private long positions;

    /** A session so far. */
    private record Trail(long timestamp, List<String> window) {}

    /**
     * @param window how many last items of a session a ranker sees
     * @param rankers names of those that are compared, in the order of the model's
     */
    Evaluation(Recommender model, Duration gap, int window, List<String> rankers) {
        this.model = model;
        this.gap = gap;
        this.window = window;
        this.names = rankers;
        this.sums = new double[names.size()][5];
    }

    void add(Message message) {
        if (message instanceof Message.ShopEvent happened
                && happened.event().type().isVisit()) {
            add(happened.event());
        }
    }

    private void add(Event event) {
        String key = event.sessionId() == null ? event.userId() : event.sessionId();
        Trail before = trails.get(key);
        boolean goesOn = before != null
                && (event.sessionId() != null || event.timestamp() - before.timestamp() <= gap.toMillis());
        List<String> items = goesOn ? before.window() : List.of();
        if (goesOn) {
            waiting.add(new FullRanking.Case(items, event.itemId()));
        }
        trails.put(key, new Trail(event.timestamp(), after(items, event.itemId())));
        if (waiting.size() == TOGETHER) {
            rank();
        }
    }

    /** Ranks what waits: before the model changes, and at the end. */
    void rank() {
        if (!waiting.isEmpty()) {
            for (FullRanking.Rank[] ranks : model.fullRanking(names).ranks(waiting)) {
                note(ranks);
            }
            positions += waiting.size();
            waiting.clear();
        }
    }

    private List<String> after(List<String> items, String itemId) {
        return Windows.of(Stream.concat(items.stream(), Stream.of(itemId)).toList(), window);
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
            figures.put(names.get(ranker), of);
        }
        return figures;
    }
}
