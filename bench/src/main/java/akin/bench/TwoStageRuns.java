package akin.bench;

import akin.jobs.config.AkinSettings;
import akin.models.event.EventType;
import akin.models.ranking.Candidates;
import akin.models.ranking.Query;
import akin.models.ranking.Ranker;
import akin.models.recommender.Recommender;
import akin.models.rerank.CreComponent;
import akin.models.sessionknn.SessionKnnComponent;
import akin.models.shard.Visit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Both stages on one thread: similar sessions found with many sessions held, and the first candidates of a pool ranked
 * again. Sessions walk about near an item that is as popular as its number is low.
 */
final class TwoStageRuns {
    private static final int SESSION = 5;
    private static final int NEAR = 50;
    private static final int REQUESTS = 50_000;

    private final Recommender recommender;
    private final int items;
    private final Random random;
    private final List<String> window = new ArrayList<>();
    private long timestamp = 1_700_000_000_000L;
    private long sessions;
    private long visits;

    private TwoStageRuns(String components, int items, long seed) {
        this.items = items;
        random = new Random(seed);
        recommender =
                new Recommender(AkinSettings.load(null, List.of("quality.enabled=false", "components=" + components))
                        .recommender());
    }

    /** Fills past sessions, then asks for candidates. */
    static void similarSessions(int sessions, int items, long seed) {
        TwoStageRuns runs = new TwoStageRuns("[session-knn]", items, seed);
        SessionKnnComponent knn = runs.recommender.component(SessionKnnComponent.class);
        for (int session = 0; session < sessions; session++) {
            runs.walk(visit -> {
                runs.recommender.catalog().visit(visit.itemId(), visit.timestamp());
                knn.learn(visit);
            });
        }
        Candidates none = new Candidates(1);
        float[] scores = new float[1];
        long[] nanos = new long[REQUESTS];
        for (int request = 0; request < REQUESTS; request++) {
            runs.walk(visit -> {});
            Query query = runs.query();
            long start = System.nanoTime();
            knn.score(query, none, scores);
            nanos[request] = System.nanoTime() - start;
        }
        print(String.format("session-knn, %,d sessions over %,d items", sessions, items), nanos);
    }

    /** Lets everything learn, then ranks the first candidates of pools again. */
    static void reranking(int visits, int items, int candidates, long seed) {
        TwoStageRuns runs = new TwoStageRuns("[sequence, session-knn, session, personalized-items, cre]", items, seed);
        while (runs.visits < visits) {
            runs.walk(runs.recommender::learn);
        }
        Ranker cre = runs.recommender.component(CreComponent.class);
        Candidates head = new Candidates(candidates, runs.recommender.sources());
        float[] scores = new float[candidates];
        long[] nanos = new long[REQUESTS];
        for (int request = 0; request < REQUESTS; request++) {
            runs.walk(visit -> {});
            Query query = runs.query();
            Candidates pool = runs.recommender.pool(query);
            head.clear();
            for (int i = 0; i < Math.min(candidates, pool.size()); i++) {
                head.add(pool, i);
            }
            long start = System.nanoTime();
            cre.score(query, head, scores);
            nanos[request] = System.nanoTime() - start;
        }
        print(String.format("cre, %d candidates after %,d visits to %,d items", candidates, visits, items), nanos);
    }

    private static void print(String name, long[] nanos) {
        long[] last = Arrays.copyOfRange(nanos, nanos.length / 2, nanos.length);
        Arrays.sort(last);
        double mean = Arrays.stream(last).average().orElseThrow();
        System.out.printf(
                "%s: %,.0f requests/s; \u00b5s: mean %.0f, p50 %.0f, p90 %.0f, p99 %.0f%n",
                name,
                1e9 / mean,
                mean / 1e3,
                last[last.length / 2] / 1e3,
                last[last.length * 9 / 10] / 1e3,
                last[last.length * 99 / 100] / 1e3);
    }

    private interface Visitor {
        void visit(Visit visit);
    }

    /** A session of some items near each other; its window stays. */
    private void walk(Visitor visitor) {
        window.clear();
        double number = random.nextDouble();
        int center = (int) (items * number * number * number);
        sessions++;
        for (int i = 0; i < SESSION; i++) {
            String item = "i" + (center + random.nextInt(NEAR)) % items;
            visitor.visit(new Visit(
                    0,
                    timestamp,
                    "u" + sessions,
                    i,
                    sessions,
                    EventType.VIEW,
                    item,
                    List.copyOf(window),
                    true,
                    true,
                    !window.contains(item),
                    i > 0,
                    EventType.VIEW,
                    window.contains(item)
                            ? List.of()
                            : window.stream().distinct().toList()));
            window.add(item);
            timestamp += 10;
            visits++;
        }
    }

    private Query query() {
        return new Query()
                .set(
                        recommender.catalog().items(),
                        window.get(window.size() - 1),
                        window,
                        window.size(),
                        timestamp,
                        sessions);
    }
}
