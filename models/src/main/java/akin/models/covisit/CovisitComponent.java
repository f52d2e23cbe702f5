package akin.models.covisit;

import akin.models.catalog.Catalog;
import akin.models.component.Component;
import akin.models.component.SourceComponent;
import akin.models.memory.Memory;
import akin.models.ranking.CandidateList;
import akin.models.ranking.Query;
import akin.models.ranking.Ranker;
import akin.models.shard.Visit;
import java.util.List;
import java.util.function.IntPredicate;

/** Counts co-visits; names the anchor's neighbours and ranks by how alike they are. */
public final class CovisitComponent implements SourceComponent {
    /** The name of the component and of its source. */
    public static final String ID = "covisit";

    private final Catalog catalog;
    private final Covisits covisits;
    private final List<Ranker> rankers;
    private final Ranker byCosine;
    private int[] companions = new int[128];

    public CovisitComponent(Memory memory, CovisitSettings settings, Catalog catalog) {
        this.catalog = catalog;
        double alpha = settings.alpha();
        covisits = new Covisits(memory, settings, catalog.items());
        PairFigures pairs = new PairFigures(covisits, catalog.features());
        byCosine = new CovisitRanker("covisits", Similarity.COSINE, pairs, 1);
        rankers = List.of(
                new CovisitRanker("covisit-jaccard", Similarity.JACCARD, pairs, alpha),
                new CovisitRanker("covisit-cosine", Similarity.COSINE, pairs, alpha),
                new CovisitRanker("covisit-count", Similarity.COUNT, pairs, alpha));
    }

    @Override
    public String id() {
        return ID;
    }

    public Covisits covisits() {
        return covisits;
    }

    /** Returns what scores by the cosine of co-visits alone, for rankers that are made of others. */
    public Ranker byCosine() {
        return byCosine;
    }

    @Override
    public void learn(Visit visit) {
        if (visit.atItem() && visit.first()) {
            int row = catalog.items().row(visit.itemId());
            covisits.learn(row, companions, companionRows(visit.companions()), visit.timestamp());
        }
    }

    private int companionRows(List<String> ids) {
        if (companions.length < ids.size()) {
            companions = new int[ids.size()];
        }
        int n = 0;
        for (String id : ids) {
            int row = catalog.items().row(id);
            if (row != 0) {
                companions[n++] = row;
            }
        }
        return n;
    }

    @Override
    public double lasts() {
        return 1 / 16.0;
    }

    @Override
    public void find(Query query, IntPredicate eligible, CandidateList into) {
        int anchor = query.anchor();
        if (anchor == 0) {
            return;
        }
        double total = covisits.total(anchor);
        covisits.forEachNeighbour(anchor, (ref, count) -> {
            int row = catalog.items().resolve(ref);
            if (eligible.test(row)) {
                double both = covisits.bounded(count, anchor, row);
                into.add(Similarity.JACCARD.of(both, total, covisits.total(row)), row);
            }
        });
        into.sort();
    }

    @Override
    public void forget(int row) {
        covisits.remove(row);
    }

    @Override
    public void adopt(Component other) {
        covisits.adopt(((CovisitComponent) other).covisits);
    }

    @Override
    public List<Ranker> rankers() {
        return rankers;
    }
}
