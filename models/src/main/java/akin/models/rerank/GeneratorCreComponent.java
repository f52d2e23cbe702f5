package akin.models.rerank;

import akin.models.catalog.Items;
import akin.models.component.Component;
import akin.models.component.PoolLearner;
import akin.models.component.RankedPool;
import akin.models.layers.Averaged;
import akin.models.layers.Parameters;
import akin.models.memory.Memory;
import akin.models.neighbours.Best;
import akin.models.neighbours.Space;
import akin.models.ranking.Candidates;
import akin.models.ranking.Query;
import akin.models.ranking.Ranker;
import akin.models.shard.Visit;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Ranks the first candidates of one generator again, by the session's preference for items and for ranks and by the
 * generator's scores, see {@link RankPreferenceNetwork}. The others follow in the generator's order.
 */
public final class GeneratorCreComponent implements Component, Ranker, PoolLearner {
    private static final int RANK_WIDTH = 32;

    private final String id;
    private final CreSettings settings;
    private final Items items;
    private final Space space;
    private final Supplier<Ranker> byName;
    private final Averaged<RankPreferenceNetwork> network;
    private final StoredChoices stored;
    private final SessionChoices batch;
    private final SessionChoices single;
    private final Best best = new Best();
    private final PoolBatch known = new PoolBatch(0, ScoreList.INPUTS);
    private Ranker generator;
    private float[] scores = new float[256];
    private int[] order = new int[256];
    private float[] ordered = new float[256];
    private int[] rows = new int[256];

    /**
     * @param id of the component and its ranker
     * @param items which the shard knows
     * @param space of the items' vectors
     * @param byName the ranker whose first candidates are ranked again, to be asked for when all components are made
     */
    public GeneratorCreComponent(
            String id, Memory memory, CreSettings cre, Items items, Space space, Supplier<Ranker> byName) {
        this.id = id;
        settings = cre.ofGenerator();
        this.items = items;
        this.space = space;
        this.byName = byName;
        network = settings.network(memory, id, settings.generator().shapeOfCandidates(), this::network);
        stored = new StoredChoices(memory, id, settings, items);
        batch = new SessionChoices(space.dimensions());
        single = new SessionChoices(space.dimensions());
    }

    private RankPreferenceNetwork network(Parameters weights) {
        return new RankPreferenceNetwork(
                weights,
                space.dimensions(),
                settings.generator().candidates(),
                RANK_WIDTH,
                settings.ranks(),
                settings.scores());
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String name() {
        return id;
    }

    @Override
    public boolean needsPool() {
        return true;
    }

    @Override
    public boolean wants(Visit visit) {
        return settings.wants(visit, stored.reservoir().stored());
    }

    /**
     * Puts the positions of what the generator knows into {@link #order}, the best first, and what their scores come to into
     * {@link #known}; returns how many these are.
     */
    private int generate(Query query, Candidates candidates) {
        if (generator == null) {
            generator = byName.get();
        }
        int n = candidates.size();
        if (scores.length < n) {
            scores = new float[n];
            order = new int[n];
            ordered = new float[n];
            rows = new int[n];
        }
        generator.score(query, candidates, scores);
        best.clear(n);
        for (int i = 0; i < n; i++) {
            if (scores[i] != 0) {
                best.offer(scores[i], i);
            }
        }
        int found = best.drain(order, ordered);
        known.clear(found);
        ScoreList.write(ordered, found, known, 0);
        return found;
    }

    @Override
    public void learn(RankedPool pool) {
        if (pool.target() < 0) {
            return;
        }
        int n = Math.min(settings.generator().candidates(), generate(pool.query(), pool.candidates()));
        int target = -1;
        for (int rank = 0; rank < n; rank++) {
            target = order[rank] == pool.target() ? rank : target;
            rows[rank] = pool.candidates().row(order[rank]);
        }
        if (target >= 0 && n > 1) {
            stored.add(pool.query(), rows, known.values(), n, target);
        }
        if (stored.reservoir().isDue()) {
            learn();
        }
    }

    private void learn() {
        int most = stored.reservoir().toLearn();
        batch.clear(most * StoredChoices.WINDOW, most * settings.generator().candidates());
        stored.reservoir().learn(number -> stored.read(number, space, batch));
        if (batch.size() > 0) {
            network.learning().score(batch);
            network.learning().differentiate();
            network.step();
        }
    }

    @Override
    public void score(Query query, Candidates candidates, float[] into) {
        int n = generate(query, candidates);
        int first = Math.min(n, settings.generator().candidates());
        Arrays.fill(into, 0, candidates.size(), 0);
        for (int rank = 0; rank < n; rank++) {
            into[order[rank]] = 1f / (2 + rank);
        }
        if (stored.reservoir().learned() > 0 && take(query, candidates, first)) {
            scoreFirst(into);
        }
    }

    /** What has no vector keeps its place behind those that have one. */
    private boolean take(Query query, Candidates candidates, int first) {
        single.clear(query.size(), first);
        for (int i = Math.min(StoredChoices.WINDOW, query.size()) - 1; i >= 0; i--) {
            int row = query.item(i);
            if (space.has(row)) {
                single.addItem(space.page(row), space.offset(row));
            }
        }
        for (int rank = 0; rank < first; rank++) {
            int row = candidates.row(order[rank]);
            if (space.has(row)) {
                single.addCandidate(rank, known.values(), known.offset(rank), space.page(row), space.offset(row));
            }
        }
        if (single.openItems() == 0 || single.openCandidates() == 0) {
            return false;
        }
        single.end(0);
        return true;
    }

    /** Above what the generator's order gives, by as much as they are better than the worst of them. */
    private void scoreFirst(float[] into) {
        float[] logits = network.ranking().score(single).values();
        int n = single.candidates().rows();
        float least = Float.POSITIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            least = Math.min(least, logits[i]);
        }
        for (int i = 0; i < n; i++) {
            into[order[single.rank(i)]] = 1 + logits[i] - least;
        }
    }

    @Override
    public void loaded() {
        network.loaded();
    }

    @Override
    public List<Ranker> rankers() {
        return List.of(this);
    }

    @Override
    public List<PoolLearner> poolLearners() {
        return List.of(this);
    }
}
