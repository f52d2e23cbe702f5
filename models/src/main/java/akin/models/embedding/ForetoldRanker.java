package akin.models.embedding;

import akin.models.catalog.Items;
import akin.models.kernel.Kernels;
import akin.models.ranking.Candidates;
import akin.models.ranking.Query;
import akin.models.ranking.Ranker;
import java.util.Arrays;

/**
 * Ranks as the personalized model does, where the direction of an item with n visits is {@code n / (n + κ)} of what was
 * learned and the rest of what its content foretells now:
 * <pre>  s(i | h) = c cos(h, d'i)</pre>
 *
 * <p>What learners start from and blend is what was foretold at an item's last visit. This asks again at each ranking,
 * which costs more.
 */
final class ForetoldRanker implements Ranker {
    private final WindowModel model;
    private final WeightedUsers users;
    private final Slots slots;
    private final Items items;
    private final ForetoldVectors ofHistory;
    private final ForetoldVectors ofItems;
    private final float kappa;
    private final float scale;
    private final int dimensions;
    private final float[] user;
    private final float[] vector;

    ForetoldRanker(
            WindowModel model,
            Training training,
            ForetoldVectors ofHistory,
            ForetoldVectors ofItems,
            ForetoldSettings settings,
            double scale) {
        this.model = model;
        users = (WeightedUsers) model.users();
        slots = training.slots();
        items = training.catalog().items();
        this.ofHistory = ofHistory;
        this.ofItems = ofItems;
        kappa = (float) settings.kappa();
        this.scale = (float) scale;
        dimensions = model.items().dimensions();
        user = new float[dimensions];
        vector = new float[dimensions];
    }

    @Override
    public String name() {
        return ForetoldComponent.ID;
    }

    @Override
    public void score(Query query, Candidates candidates, float[] scores) {
        boolean known = represent(query);
        for (int i = 0; i < candidates.size(); i++) {
            scores[i] = known ? scale * cosine(candidates.row(i)) : 0;
        }
    }

    /** The weighted sum of the window's items, each by what is known of it and as long as what was learned. */
    private boolean represent(Query query) {
        Arrays.fill(user, 0);
        Embeddings history = model.history();
        for (int place = 0; place < Math.min(model.window(), query.size()); place++) {
            int row = query.item(place);
            if (direct(row, history, ofHistory)) {
                int slot = slots.of(row);
                float length = history.has(slot) ? history.length(slot) : 1;
                Kernels.axpy(length * users.weight(place), vector, 0, user, 0, dimensions);
            }
        }
        float norm = Kernels.squaredNorm(user, 0, dimensions);
        boolean known = norm > 0 && norm < Float.POSITIVE_INFINITY;
        if (known) {
            Kernels.scale((float) (1 / Math.sqrt(norm)), user, 0, dimensions);
        }
        return known;
    }

    private float cosine(int row) {
        if (!direct(row, model.items(), ofItems)) {
            return 0;
        }
        float length = (float) Math.sqrt(Kernels.squaredNorm(vector, 0, dimensions));
        return length > 0 ? Kernels.dot(user, 0, vector, 0, dimensions) / length : 0;
    }

    /** The vector becomes what is known of an item's direction in a table; false when that is nothing. */
    private boolean direct(int row, Embeddings table, ForetoldVectors foretold) {
        Arrays.fill(vector, 0);
        int slot = slots.of(row);
        boolean learned = table.has(slot);
        int visits = items.visits(row);
        float share = learned ? visits / (visits + kappa) : 0;
        boolean known = share < 1 && foretold.add(row, 1 - share, vector);
        if (!known) {
            share = 1;
        }
        if (learned) {
            Kernels.axpy(share / table.length(slot), table.page(slot), table.offset(slot), vector, 0, dimensions);
        }
        return learned || known;
    }
}
