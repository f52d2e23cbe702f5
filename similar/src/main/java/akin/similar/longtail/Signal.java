package akin.similar.longtail;

import akin.models.kernel.Matrix;
import java.util.List;

/** Scores all items for queries. Used by several threads at once. */
interface Signal {
    String name();

    /** Adds a score per item to the row of each query, which is zeros. */
    void score(List<Query> queries, Matrix scores);

    /** Returns the logarithm of how often an item was taken, whatever the query. */
    static Signal popularity(int[] counts) {
        float[] logarithms = new float[counts.length];
        for (int item = 0; item < counts.length; item++) {
            logarithms[item] = (float) StrictMath.log1p(counts[item]);
        }
        return of("popularity", (queries, scores) -> {
            for (int row = 0; row < scores.rows(); row++) {
                System.arraycopy(logarithms, 0, scores.values(), scores.offset(row), logarithms.length);
            }
        });
    }

    /** Returns the sum over the query's items of each item's similarity to these. */
    static Signal sum(String name, Recency recency, Similarities similarities) {
        return of(name, (queries, scores) -> {
            for (int row = 0; row < queries.size(); row++) {
                int at = scores.offset(row);
                queries.get(row).visit(recency, (item, weight) -> similarities.add(item, weight, scores.values(), at));
            }
        });
    }

    /** Returns the square root of another signal that is never negative: what is little then counts for more. */
    static Signal root(Signal signal) {
        return of("√" + signal.name(), (queries, scores) -> {
            signal.score(queries, scores);
            for (int i = 0; i < scores.rows() * scores.columns(); i++) {
                scores.values()[i] = (float) Math.sqrt(Math.max(0, scores.values()[i]));
            }
        });
    }

    private static Signal of(String name, Scoring scoring) {
        return new Signal() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void score(List<Query> queries, Matrix scores) {
                scoring.score(queries, scores);
            }
        };
    }

    /** What a signal does. */
    @FunctionalInterface
    interface Scoring {
        void score(List<Query> queries, Matrix scores);
    }

    /** Adds a multiple of the similarity of every item to one. */
    @FunctionalInterface
    interface Similarities {
        void add(int item, float times, float[] to, int at);
    }
}
