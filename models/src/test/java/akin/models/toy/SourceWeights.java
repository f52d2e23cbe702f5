package akin.models.toy;

import akin.models.component.Component;
import akin.models.component.PoolLearner;
import akin.models.component.RankedPool;
import akin.models.memory.Memory;
import akin.models.memory.Table;
import akin.models.ranking.Candidates;
import akin.models.ranking.Query;
import akin.models.ranking.Ranker;
import akin.models.recommender.ComponentType;
import java.util.List;

/** Learns from pools how often what a source named first was chosen, and ranks by that: a re-ranker, as small as it can be. */
public final class SourceWeights implements Component, PoolLearner, Ranker {
    /** What turns it on. */
    public static final ComponentType TYPE = new ComponentType(
            "source-weights",
            List.of(),
            List.of("source-weights"),
            parts -> new SourceWeights(parts.memory(), parts.settings().sources()));

    /** Per source, by its name: how many of its candidates were chosen. */
    private final List<Table> chosen;

    private SourceWeights(Memory memory, List<String> sources) {
        chosen = sources.stream()
                .map(source -> memory.table("source-weights." + source, 1))
                .toList();
        chosen.forEach(table -> table.ensure(0));
    }

    @Override
    public String id() {
        return "source-weights";
    }

    @Override
    public String name() {
        return "source-weights";
    }

    @Override
    public List<PoolLearner> poolLearners() {
        return List.of(this);
    }

    @Override
    public List<Ranker> rankers() {
        return List.of(this);
    }

    @Override
    public void learn(RankedPool pool) {
        for (int source = 0; pool.target() >= 0 && source < chosen.size(); source++) {
            if (pool.candidates().rank(source, pool.target()) > 0) {
                chosen.get(source).setInt(0, 0, chosen.get(source).getInt(0, 0) + 1);
            }
        }
    }

    @Override
    public void score(Query query, Candidates candidates, float[] scores) {
        for (int i = 0; i < candidates.size(); i++) {
            scores[i] = 0;
            for (int source = 0; source < candidates.sources().size(); source++) {
                int rank = candidates.rank(source, i);
                scores[i] += rank == 0 ? 0 : (float) chosen.get(source).getInt(0, 0) / rank;
            }
        }
    }
}
