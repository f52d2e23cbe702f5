package akin.models.embedding;

import akin.models.kernel.Kernels;
import akin.models.ranking.Candidates;
import akin.models.ranking.Packed;
import akin.models.ranking.Query;
import akin.models.ranking.Ranker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How learners score: what they never saw, as anchor or as candidate, scores 0. */
final class EmbeddingRankers {
    private EmbeddingRankers() {}

    /** Cosine of candidate and anchor in the first table. */
    record Cosine(String name, Embeddings items, Slots slots) implements Ranker {
        @Override
        public void score(Query query, Candidates candidates, float[] scores) {
            int anchor = slots.of(query.anchor());
            boolean known = items.has(anchor);
            for (int i = 0; i < candidates.size(); i++) {
                int row = slots.of(candidates.row(i));
                scores[i] =
                        known && items.has(row) ? product(anchor, row) / (items.length(anchor) * items.length(row)) : 0;
            }
        }

        private float product(int anchor, int row) {
            return Kernels.dot(
                    items.page(anchor), items.offset(anchor), items.page(row), items.offset(row), items.dimensions());
        }
    }

    /** A window model's score. */
    static final class ByWindow implements Ranker {
        private final WindowModel model;
        private final Slots slots;
        private final float[] user;
        private final int[] rows;
        private final List<Long> best = new ArrayList<>();

        ByWindow(WindowModel model, Slots slots) {
            this.model = model;
            this.slots = slots;
            user = new float[model.items().dimensions()];
            rows = new int[model.window()];
        }

        @Override
        public String name() {
            return model.name();
        }

        @Override
        public void score(Query query, Candidates candidates, float[] scores) {
            boolean known = represent(query);
            Embeddings items = model.items();
            for (int i = 0; i < candidates.size(); i++) {
                int row = slots.of(candidates.row(i));
                scores[i] = known && items.has(row) ? model.score(user, 0, row) : 0;
            }
        }

        /** Supervised similarity is a sum over the window's items, so that each has its part. */
        @Override
        public int because(Query query, int candidate, int[] into) {
            int slot = slots.of(candidate);
            if (!model.isSum() || !model.items().has(slot)) {
                return 0;
            }
            best.clear();
            for (int i = 0; i < Math.min(model.window(), query.size()); i++) {
                int seen = slots.of(query.item(i));
                float part = model.history().has(seen) ? pair(seen, slot) : 0;
                if (part > 0) {
                    best.add(Packed.of(part, query.item(i)));
                }
            }
            best.sort(Comparator.reverseOrder());
            int n = Math.min(into.length, best.size());
            for (int i = 0; i < n; i++) {
                into[i] = Packed.position(best.get(i));
            }
            return n;
        }

        private float pair(int row, int candidate) {
            Embeddings history = model.history();
            Embeddings items = model.items();
            return Kernels.dot(
                    history.page(row),
                    history.offset(row),
                    items.page(candidate),
                    items.offset(candidate),
                    user.length);
        }

        private boolean represent(Query query) {
            int n = 0;
            for (int i = 0; i < Math.min(model.window(), query.size()); i++) {
                int row = slots.of(query.item(i));
                if (model.history().has(row)) {
                    rows[n++] = row;
                }
            }
            return n > 0 && Float.isFinite(model.users().represent(i -> rows[i], n, user, 0));
        }
    }
}
