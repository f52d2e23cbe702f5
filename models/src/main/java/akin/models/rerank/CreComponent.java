package akin.models.rerank;

import akin.models.catalog.Catalog;
import akin.models.component.Component;
import akin.models.component.PoolLearner;
import akin.models.component.RankedPool;
import akin.models.kernel.Matrix;
import akin.models.layers.Averaged;
import akin.models.memory.Memory;
import akin.models.ranking.Candidates;
import akin.models.ranking.Query;
import akin.models.ranking.Ranker;
import akin.models.shard.Visit;
import java.util.List;
import java.util.function.Supplier;

/**
 * Ranks pools again by what each source and ranker says of a candidate, and learns to from what shoppers choose out of
 * pools: in mini-batches of new pools and stored ones. [Candidate rank embeddings, for any number of candidate generators]
 */
public final class CreComponent implements Component, Ranker, PoolLearner {
    /** The name of the component and of its ranker. */
    public static final String ID = "cre";

    private final CreSettings settings;
    private final Catalog catalog;
    private final PoolInputs inputs;
    private final Averaged<CandidateRankNetwork> network;
    private final StoredPools stored;
    private final PoolBatch batch;
    private final Supplier<List<Ranker>> byName;
    private List<Ranker> rankers;

    /**
     * @param signals what a candidate is known by
     * @param byName the rankers among them in their order, to be asked for when all components are made
     */
    public CreComponent(
            Memory memory, CreSettings settings, Catalog catalog, Signals signals, Supplier<List<Ranker>> byName) {
        this.settings = settings;
        this.catalog = catalog;
        this.byName = byName;
        inputs = new PoolInputs(signals, settings.scores());
        network = settings.network(
                memory,
                ID,
                settings.shapeOfNetwork(),
                parameters -> new CandidateRankNetwork(parameters, inputs, settings));
        stored = new StoredPools(memory, settings, inputs);
        batch = new PoolBatch(inputs.sources().size(), inputs.width());
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return ID;
    }

    @Override
    public boolean needsPool() {
        return true;
    }

    @Override
    public boolean wants(Visit visit) {
        return settings.wants(visit, stored.reservoir().stored());
    }

    @Override
    public void learn(RankedPool pool) {
        Candidates candidates = pool.candidates();
        if (pool.target() < 0 || candidates.size() < 2) {
            return;
        }
        stored.add(take(pool.query(), candidates), inputs.refs(), pool.target());
        if (stored.reservoir().isDue()) {
            learn();
        }
    }

    /** Learns the pools that wait, each with some that were learned before. */
    private void learn() {
        batch.clear(stored.reservoir().toLearn() * settings.learning().sample());
        stored.reservoir().learn(number -> stored.read(number, catalog.items(), batch));
        if (batch.rows() > 0) {
            network.learning().score(batch);
            network.learning().differentiate();
            network.step();
        }
    }

    @Override
    public void score(Query query, Candidates candidates, float[] scores) {
        if (candidates.size() > 0) {
            Matrix column = network.ranking().score(take(query, candidates));
            System.arraycopy(column.values(), 0, scores, 0, candidates.size());
        }
    }

    private PoolBatch take(Query query, Candidates candidates) {
        if (rankers == null) {
            rankers = byName.get();
        }
        return inputs.take(query, candidates, rankers, catalog.items());
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
