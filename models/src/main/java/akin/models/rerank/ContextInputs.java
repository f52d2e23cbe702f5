package akin.models.rerank;

import akin.models.catalog.Items;
import akin.models.kernel.Scalars;
import akin.models.ranking.Candidates;
import akin.models.ranking.Query;

/** What is known of a candidate in its session, whatever sources and rankers say: the first inputs of its row. */
final class ContextInputs {
    static final int COUNT = 9;

    private static final float LOG_SCALE = 1f / 3;
    private static final int PLACES = 3;
    private static final int PLACE = 4;

    private ContextInputs() {}

    /** Writes the inputs of all candidates into their rows. */
    static void write(Query query, Candidates candidates, Items items, PoolBatch into) {
        float length = log(query.size());
        float anchor = query.anchor() == 0 ? 0 : log(items.visits(query.anchor()));
        for (int i = 0; i < candidates.size(); i++) {
            int at = into.offset(i);
            float[] x = into.values();
            x[at] = log(items.visits(candidates.row(i)));
            x[at + 1] = anchor;
            x[at + 2] = length;
            x[at + 3] = query.size() <= 1 ? 1 : 0;
            writePlace(query, candidates.row(i), x, at + PLACE);
        }
    }

    /** Whether and where the candidate is in the session, and how often. */
    private static void writePlace(Query query, int row, float[] x, int at) {
        int newest = 0;
        int count = 0;
        for (int place = query.size(); place > 0; place--) {
            if (query.item(place - 1) == row) {
                newest = place;
                count++;
            }
        }
        x[at] = newest == 0 ? 0 : 1f / newest;
        x[at + 1] = count == 0 ? 0 : log(count);
        for (int place = 1; place <= PLACES; place++) {
            x[at + 1 + place] = newest == place ? 1 : 0;
        }
    }

    /** Returns whether a candidate whose inputs are written is one of the session's own items. */
    static boolean isOfSession(PoolBatch batch, int candidate) {
        return batch.values()[batch.offset(candidate) + PLACE] > 0;
    }

    /** Of a count or the like, the logarithm of one more, at about the size of other inputs. */
    static float log(float count) {
        return Scalars.log(1 + count) * LOG_SCALE;
    }
}
