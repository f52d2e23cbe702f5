package akin.similar.longtail;

import akin.models.kernel.Gemm;
import akin.models.kernel.Kernels;
import akin.models.kernel.Matrix;
import akin.models.longtail.UnitVectors;
import java.util.List;

/** Inner products of all items' vectors with one of the query. */
final class VectorSignal implements Signal {
    private final String name;
    private final Profile profile;
    private final int rank;
    private final Matrix transposed = new Matrix();

    /** Writes the vector of a query into a row of zeros. */
    @FunctionalInterface
    private interface Profile {
        void write(Query query, float[] to, int at);
    }

    private VectorSignal(String name, Profile profile, Matrix items) {
        this.name = name;
        this.profile = profile;
        rank = items.columns();
        transposed.transpose(items);
    }

    /** Returns the preference of a user whose vector was learned, which is nothing for a query without a user. */
    static VectorSignal preference(String name, Matrix users, Matrix items) {
        Profile profile = (query, to, at) -> {
            if (query.user() >= 0) {
                System.arraycopy(users.values(), users.offset(query.user()), to, at, users.columns());
            }
        };
        return new VectorSignal(name, profile, items);
    }

    /** Returns the cosine with the sum of the query's items, which are of length one. */
    static VectorSignal cosine(String name, Recency recency, Matrix items) {
        Profile profile = (query, to, at) -> {
            query.visit(
                    recency,
                    (item, weight) ->
                            Kernels.axpy(weight, items.values(), items.offset(item), to, at, items.columns()));
            UnitVectors.normalize(to, at, items.columns());
        };
        return new VectorSignal(name, profile, items);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void score(List<Query> queries, Matrix scores) {
        Matrix vectors = new Matrix();
        vectors.zero(queries.size(), rank);
        for (int row = 0; row < queries.size(); row++) {
            profile.write(queries.get(row), vectors.values(), vectors.offset(row));
        }
        new Gemm().addAB(vectors, transposed, scores);
    }
}
