package akin.bench;

import akin.jobs.config.AkinSettings;
import akin.models.candidates.Candidates;
import akin.models.catalog.Catalog;
import akin.models.embedding.Learners;
import akin.models.event.EventType;
import akin.models.memory.Memory;
import akin.models.ranking.Query;
import akin.models.ranking.Ranker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** One learner at a time on one thread: examples a second, and microseconds to rank 200 candidates. */
final class LearnerRuns {
    private static final int WINDOW = 8;
    private static final int CANDIDATES = 200;
    private static final int RANKINGS = 200_000;
    /** Pairs of an example with two items before it, both ways, and items scored per pair. */
    private static final int UPDATES_PER_EXAMPLE = 4 * 9;

    private final int items;
    private final int examples;
    private final long seed;
    private final Memory memory = new Memory();
    private final Catalog catalog;
    private final Learners learners;
    private long timestamp = 1_700_000_000_000L;

    private LearnerRuns(String learner, int items, int examples, long seed) {
        this.items = items;
        this.examples = examples;
        this.seed = seed;
        AkinSettings settings = AkinSettings.load(
                null,
                List.of(
                        "embedding.learners=[" + learner + "]",
                        "embedding.replays=0",
                        "embedding.negatives=8",
                        "embedding.neighbours.rebuild_visits=2000000000"));
        catalog = new Catalog(memory, settings.recommender().catalog(), row -> {});
        learners = new Learners(memory, settings.recommender().embedding(), catalog);
    }

    static void print(int items, int examples, int runs, long seed) {
        System.out.printf(
                "%,d items, %,d examples of %d items, 64 dimensions, 8 negatives, seed %d, one thread%n",
                items, examples, WINDOW, seed);
        for (String learner : Learners.NAMES) {
            double[] perSecond = new double[runs];
            double[] micros = new double[runs];
            for (int run = 0; run < runs; run++) {
                LearnerRuns one = new LearnerRuns(learner, items, examples, seed);
                perSecond[run] = one.learn();
                micros[run] = one.rank();
            }
            Arrays.sort(perSecond);
            Arrays.sort(micros);
            double median = perSecond[runs / 2];
            String updates = learner.equals("item2vec")
                    ? String.format("  %.1f M (pair, sample) updates/s", median * UPDATES_PER_EXAMPLE / 1e6)
                    : "";
            System.out.printf(
                    "%-18s %,9.0f examples/s (%,.0f to %,.0f)  ranks %d in %.1f µs%s%n",
                    learner, median, perSecond[0], perSecond[runs - 1], CANDIDATES, micros[runs / 2], updates);
        }
    }

    /** Walks of neighbouring items, popular ones more often. */
    private double learn() {
        Random random = new Random(seed);
        String[] ids = new String[items];
        for (int i = 0; i < items; i++) {
            ids[i] = "i" + i;
            catalog.visit(ids[i], timestamp);
        }
        List<String> window = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < examples; i++) {
            if (i % 16 == 0) {
                window.clear();
            }
            double popular = random.nextDouble();
            String item = ids[(int) (items * popular * popular * popular)];
            if (!window.isEmpty()) {
                learners.visit(item, EventType.VIEW, window, timestamp);
            }
            window.add(item);
            if (window.size() > WINDOW) {
                window.remove(0);
            }
            timestamp += 10;
        }
        return examples / ((System.nanoTime() - start) / 1e9);
    }

    private double rank() {
        Random random = new Random(seed);
        Ranker ranker = learners.rankers().get(0);
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
            int near = random.nextInt(items - 4 * CANDIDATES);
            for (int c = 0; c < CANDIDATES; c++) {
                candidates.add(1 + near + random.nextInt(4 * CANDIDATES), 0, 0);
            }
            query.set(catalog.items(), window.get(WINDOW - 1), window, WINDOW);
            long start = System.nanoTime();
            ranker.score(query, candidates, scores);
            nanos += System.nanoTime() - start;
        }
        return nanos / 1e3 / RANKINGS;
    }
}
