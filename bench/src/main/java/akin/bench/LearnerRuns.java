package akin.bench;

import akin.jobs.config.AkinSettings;
import akin.models.catalog.Catalog;
import akin.models.embedding.LearnerComponent;
import akin.models.embedding.Training;
import akin.models.event.EventType;
import akin.models.ranking.Candidates;
import akin.models.ranking.Query;
import akin.models.ranking.Ranker;
import akin.models.recommender.ComponentType;
import akin.models.recommender.Recommender;
import akin.models.shard.Visit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** One learner at a time on one thread: examples a second, and microseconds to rank 200 candidates. */
final class LearnerRuns {
    private static final int WINDOW = 8;
    private static final int CANDIDATES = 200;
    private static final int RANKINGS = 200_000;
    private static final int SESSION = 16;
    /** Items scored per pair; pairs of a session's examples, both ways with up to two items before, the first with one. */
    private static final double UPDATES_PER_EXAMPLE = 9.0 * (2 + (SESSION - 2) * 4) / (SESSION - 1);

    private final int items;
    private final int examples;
    private final long seed;
    private final Catalog catalog;
    private final Recommender recommender;
    private final String[] ids;
    private long timestamp = 1_700_000_000_000L;

    private LearnerRuns(String learner, int items, int examples, long seed) {
        this.items = items;
        this.examples = examples;
        this.seed = seed;
        ids = new String[items];
        AkinSettings settings = AkinSettings.load(
                null,
                List.of(
                        "embedding.learners=[" + learner + "]",
                        "quality.enabled=false",
                        "embedding.replays=0",
                        "embedding.negatives=8"));
        List<ComponentType> components = settings.recommender().components().stream()
                .filter(type -> type.id().equals(Training.ID) || type.id().equals(learner))
                .toList();
        recommender = new Recommender(settings.recommender().with(components));
        catalog = recommender.catalog();
    }

    static void print(List<String> only, int items, int examples, int runs, long seed) {
        System.out.printf(
                "%,d items, %,d visits with windows of %d items, 64 dimensions, 8 negatives, seed %d, one thread%n",
                items, examples, WINDOW, seed);
        for (String learner : only) {
            double[] perSecond = new double[runs];
            double[] byRow = new double[runs];
            double[] micros = new double[runs];
            for (int run = 0; run < runs; run++) {
                LearnerRuns one = new LearnerRuns(learner, items, examples, seed);
                one.know();
                double lookups = one.walk(false);
                double all = one.walk(true);
                // The first item of a session has nothing before it.
                double learned = examples * (SESSION - 1.0) / SESSION;
                perSecond[run] = learned / all;
                byRow[run] = learned / (all - lookups);
                micros[run] = one.rank();
            }
            Arrays.sort(perSecond);
            Arrays.sort(byRow);
            Arrays.sort(micros);
            String updates = learner.equals("item2vec")
                    ? String.format(
                            "  %.1f and %.1f M (pair, sample) updates/s",
                            perSecond[runs / 2] * UPDATES_PER_EXAMPLE / 1e6,
                            byRow[runs / 2] * UPDATES_PER_EXAMPLE / 1e6)
                    : "";
            System.out.printf(
                    "%-18s %,9.0f examples/s (%,.0f to %,.0f), without finding rows by ids %,9.0f  ranks %d in %.1f µs%s%n",
                    learner,
                    perSecond[runs / 2],
                    perSecond[0],
                    perSecond[runs - 1],
                    byRow[runs / 2],
                    CANDIDATES,
                    micros[runs / 2],
                    updates);
        }
    }

    private void know() {
        for (int i = 0; i < items; i++) {
            ids[i] = "i" + i;
            catalog.visit(ids[i], timestamp);
        }
    }

    /**
     * Walks over items, popular ones more often; gives the seconds.
     *
     * @param learning whether examples are learned, or only the rows of their items found
     */
    private double walk(boolean learning) {
        Random random = new Random(seed);
        List<String> window = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < examples; i++) {
            if (i % SESSION == 0) {
                window.clear();
            }
            String item = ids[popular(random)];
            if (!window.isEmpty()) {
                visit(item, window, learning);
            }
            window.add(item);
            if (window.size() > WINDOW) {
                window.remove(0);
            }
            timestamp += 10;
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private int popular(Random random) {
        double number = random.nextDouble();
        return (int) (items * number * number * number);
    }

    private void visit(String item, List<String> window, boolean learning) {
        if (learning) {
            recommender.learn(new Visit(
                    0,
                    timestamp,
                    "u",
                    0,
                    0,
                    EventType.VIEW,
                    item,
                    window,
                    true,
                    false,
                    false,
                    true,
                    EventType.VIEW,
                    List.of()));
        } else {
            catalog.know(item, timestamp);
            window.forEach(near -> catalog.know(near, timestamp));
        }
    }

    /** Microseconds to rank candidates that are as popular as what is visited. */
    private double rank() {
        Random random = new Random(seed);
        Ranker ranker = recommender.component(LearnerComponent.class).rankers().get(0);
        Query query = new Query();
        Candidates candidates = new Candidates(CANDIDATES);
        float[] scores = new float[CANDIDATES];
        List<String> window = new ArrayList<>();
        long nanos = 0;
        for (int i = 0; i < RANKINGS; i++) {
            window.clear();
            candidates.clear();
            for (int w = 0; w < WINDOW; w++) {
                window.add("i" + random.nextInt(items));
            }
            while (candidates.size() < CANDIDATES) {
                candidates.add(catalog.items().row(ids[popular(random)]));
            }
            query.set(catalog.items(), window.get(WINDOW - 1), window, WINDOW, timestamp, 0);
            long start = System.nanoTime();
            ranker.score(query, candidates, scores);
            nanos += System.nanoTime() - start;
        }
        return nanos / 1e3 / RANKINGS;
    }
}
