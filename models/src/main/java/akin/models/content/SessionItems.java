package akin.models.content;

import akin.models.component.SourceComponent;
import akin.models.ranking.CandidateList;
import akin.models.ranking.Query;
import java.util.function.IntPredicate;

/** Names the items of the shopper's own session, newest first: shoppers go back. */
public final class SessionItems implements SourceComponent {
    /** The name of the component and of its source. */
    public static final String ID = "session";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public void find(Query query, IntPredicate eligible, CandidateList into) {
        for (int place = 0; place < query.size(); place++) {
            if (eligible.test(query.item(place)) && !isRepeat(query, place)) {
                into.add(1f / (place + 1), query.item(place));
            }
        }
        into.sort();
    }

    private static boolean isRepeat(Query query, int place) {
        for (int newer = 0; newer < place; newer++) {
            if (query.item(newer) == query.item(place)) {
                return true;
            }
        }
        return false;
    }
}
