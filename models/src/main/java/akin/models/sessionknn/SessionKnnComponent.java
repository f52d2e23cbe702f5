package akin.models.sessionknn;

import akin.models.catalog.Catalog;
import akin.models.component.Component;
import akin.models.component.RankingSourceComponent;
import akin.models.memory.Memory;
import akin.models.ranking.CandidateList;
import akin.models.ranking.Candidates;
import akin.models.ranking.Query;
import akin.models.shard.Visit;
import java.util.function.IntPredicate;

/** {@link SessionKnn} as a source and a ranker. What was found for a query is kept until the next query or visit. */
public final class SessionKnnComponent implements RankingSourceComponent {
    /** The name of the component, of its source and of its ranker. */
    public static final String ID = "session-knn";

    private final Catalog catalog;
    private final SessionKnn knn;
    private final boolean wholeSession;
    private int[] window = new int[16];
    private int size;
    private int found;
    private long session;
    private boolean isStale = true;

    public SessionKnnComponent(Memory memory, SessionKnnSettings settings, Catalog catalog) {
        this.catalog = catalog;
        knn = new SessionKnn(memory, settings, catalog.items());
        wholeSession = settings.wholeSession();
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public void learn(Visit visit) {
        isStale = true;
        if (visit.session() == 0) {
            return;
        }
        if (visit.atItem()) {
            knn.learn(visit.session(), catalog.items().row(visit.itemId()));
        } else {
            knn.learn(visit.session(), catalog.know(visit.itemId(), visit.timestamp()));
        }
    }

    @Override
    public void find(Query query, IntPredicate eligible, CandidateList into) {
        find(query);
        for (int i = 0; i < found; i++) {
            if (eligible.test(knn.row(i))) {
                into.add(knn.score(i), knn.row(i));
            }
        }
        into.sort();
    }

    @Override
    public void score(Query query, Candidates candidates, float[] scores) {
        find(query);
        for (int i = 0; i < candidates.size(); i++) {
            scores[i] = knn.scoreOf(candidates.row(i));
        }
    }

    private void find(Query query) {
        int n = wholeSession ? query.size() : Math.min(1, query.size());
        if (!isStale && isSame(query, n)) {
            return;
        }
        if (window.length < n) {
            window = new int[n];
        }
        for (int i = 0; i < n; i++) {
            window[i] = query.item(i);
        }
        size = n;
        session = query.session();
        found = knn.find(session, window, n);
        isStale = false;
    }

    private boolean isSame(Query query, int n) {
        boolean same = n == size && query.session() == session;
        for (int i = 0; same && i < n; i++) {
            same = window[i] == query.item(i);
        }
        return same;
    }

    @Override
    public void forget(int row) {
        isStale = true;
        knn.forget(row);
    }

    @Override
    public void adopt(Component other) {
        knn.adopt(((SessionKnnComponent) other).knn);
    }

    @Override
    public void loaded() {
        isStale = true;
        knn.loaded();
    }
}
