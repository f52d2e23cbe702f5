package akin.models.rerank;

import akin.models.catalog.Catalog;
import akin.models.component.Component;
import akin.models.component.PoolLearner;
import akin.models.component.RankedPool;
import akin.models.kernel.Matrix;
import akin.models.layers.Adam;
import akin.models.layers.Parameters;
import akin.models.memory.Memory;
import akin.models.ranking.Candidates;
import akin.models.ranking.Query;
import akin.models.ranking.Ranker;
import java.util.List;
import java.util.function.Supplier;

/**
 * Ranks pools again by what each source and ranker says of a candidate, and learns to from what shoppers choose out of
 * pools, one step of Adam per choice. [Candidate rank embeddings, for any number of candidate generators]
 */
public final class CreComponent implements Component, Ranker, PoolLearner {
    /** The name of the component and of its ranker. */
    public static final String ID = "cre";

    private final Catalog catalog;
    private final Parameters parameters;
    private final Adam adam;
    private final CandidateRankNetwork network;
    private final PoolInputs inputs;
    private final Supplier<List<Ranker>> byName;
    private List<Ranker> rankers;

    /**
     * @param sources names of the sources that are on
     * @param rankers names of the rankers whose scores count
     * @param byName the rankers themselves in the same order, to be asked for when all components are made
     */
    public CreComponent(
            Memory memory,
            CreSettings settings,
            Catalog catalog,
            List<String> sources,
            List<String> rankers,
            Supplier<List<Ranker>> byName) {
        this.catalog = catalog;
        this.byName = byName;
        parameters = new Parameters(memory, ID, settings.seed());
        adam = new Adam(memory, parameters, settings.adam());
        network = new CandidateRankNetwork(parameters, sources, rankers, settings);
        inputs = new PoolInputs(sources, rankers.size());
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
    public void learn(RankedPool pool) {
        if (pool.target() < 0 || pool.candidates().size() < 2 || !pool.visit().example()) {
            return;
        }
        score(pool.query(), pool.candidates());
        network.differentiate(pool.target());
        adam.step();
    }

    @Override
    public void score(Query query, Candidates candidates, float[] scores) {
        Matrix column = score(query, candidates);
        System.arraycopy(column.values(), 0, scores, 0, candidates.size());
    }

    private Matrix score(Query query, Candidates candidates) {
        if (rankers == null) {
            rankers = byName.get();
        }
        inputs.take(query, candidates, rankers, catalog.items());
        return network.score(inputs);
    }

    @Override
    public void loaded() {
        parameters.loaded();
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
