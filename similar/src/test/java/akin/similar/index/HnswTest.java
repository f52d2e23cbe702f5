package akin.similar.index;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.kernel.Kernels;
import akin.models.random.Hash;
import akin.similar.files.Vectors;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HnswTest {
    private static final int ROWS = 3000;
    private static final int DIMENSIONS = 24;
    private static final int CENTRES = 60;
    private static final HnswSettings SETTINGS = new HnswSettings(16, 100, 64, 2, 0);

    @TempDir
    private Path folder;

    /** Vectors of length 1 around some centres; every tenth row has none. */
    private static Vectors vectors(int rows) {
        Vectors vectors = new Vectors(rows, DIMENSIONS);
        for (int row = 0; row < rows; row++) {
            float[] vector = new float[DIMENSIONS];
            for (int i = 0; i < DIMENSIONS; i++) {
                vector[i] = Hash.symmetric(Hash.of(1, row % CENTRES, i)) + 0.6f * Hash.symmetric(Hash.of(2, row, i));
            }
            Kernels.scale((float) (1 / Math.sqrt(Kernels.squaredNorm(vector, 0, DIMENSIONS))), vector, 0, DIMENSIONS);
            if (row % 10 != 3) {
                vectors.put(row, vector);
            }
        }
        return vectors;
    }

    private static List<Facet> facets(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(row -> new Facet("item-" + row, true, Double.NaN, List.of()))
                .toList();
    }

    private static List<String> exact(Vectors vectors, int query, int k) {
        List<Match> all = new ArrayList<>();
        for (int row = 0; row < vectors.rows(); row++) {
            if (vectors.has(row)) {
                float score = Kernels.dot(
                        vectors.values(), vectors.offset(query), vectors.values(), vectors.offset(row), DIMENSIONS);
                all.add(new Match(new Facet("item-" + row, true, Double.NaN, List.of()), score, null));
            }
        }
        all.sort(Match.ORDER);
        return all.stream().limit(k).map(match -> match.item().id()).toList();
    }

    @Test
    void findsWhatAnExactSearchFinds() {
        Vectors vectors = vectors(ROWS);
        PartitionIndex.Searcher searcher =
                PartitionIndex.build(vectors, facets(ROWS), 0, SETTINGS).searcher();
        int hits = 0;
        int queries = 0;
        for (int query = 0; query < ROWS; query += 31) {
            if (vectors.has(query)) {
                List<String> expected = exact(vectors, query, 10);
                List<Match> found = searcher.nearest(
                                vectors.values(), new int[] {vectors.offset(query)}, 10, SETTINGS.reach(10))
                        .get(0);
                assertThat(found).isSortedAccordingTo(Comparator.comparingDouble(match -> -match.score()));
                hits += (int) found.stream()
                        .filter(match -> expected.contains(match.item().id()))
                        .count();
                queries++;
            }
        }

        assertThat(hits / (10.0 * queries)).isGreaterThan(0.99);
    }

    @Test
    void readsWhatItWrote() throws IOException {
        Vectors vectors = vectors(500);
        List<Facet> facets = new ArrayList<>(facets(500));
        facets.set(0, new Facet("item-0", false, 12.5, List.of()));
        PartitionIndex index = PartitionIndex.build(vectors, facets, 0, SETTINGS);
        Path file = folder.resolve("index");
        write(index, file);

        PartitionIndex read = PartitionIndex.read(file);

        assertThat(read.rows()).isEqualTo(450);
        for (int query = 0; query < 500; query += 7) {
            assertThat(read.searcher()
                            .nearest(vectors.values(), new int[] {vectors.offset(query)}, 20, SETTINGS.reach(20)))
                    .isEqualTo(index.searcher()
                            .nearest(vectors.values(), new int[] {vectors.offset(query)}, 20, SETTINGS.reach(20)));
        }
        Path again = folder.resolve("again");
        write(read, again);
        assertThat(again).hasSameBinaryContentAs(file);
    }

    private static void write(PartitionIndex index, Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
            index.write(out);
        }
    }

    @Test
    void anIndexOfNothingFindsNothing() throws IOException {
        PartitionIndex empty = PartitionIndex.build(new Vectors(3, 4), facets(3), 0, SETTINGS);
        Path file = folder.resolve("empty");
        write(empty, file);

        assertThat(PartitionIndex.read(file)
                        .searcher()
                        .nearest(new float[4], new int[] {0}, 5, SETTINGS.reach(5))
                        .get(0))
                .isEmpty();
    }

    @Test
    void findsAllOfManyEqualVectors() {
        Vectors vectors = new Vectors(200, 4);
        for (int row = 0; row < 200; row++) {
            vectors.put(row, new float[] {1, 0, 0, 0});
        }

        List<Match> found = PartitionIndex.build(vectors, facets(200), 0, SETTINGS)
                .searcher()
                .nearest(new float[] {1, 0, 0, 0}, new int[] {0}, 100, SETTINGS.reach(100))
                .get(0);

        assertThat(found).hasSize(100);
    }

    @Test
    void aWholeComparisonFindsExactlyWhatSortingAllFinds() {
        Vectors vectors = vectors(ROWS);
        PartitionIndex index = PartitionIndex.build(vectors, facets(ROWS), 0, SETTINGS);
        Reach reach = new Reach(50, 64, 1, ROWS);
        int[] queries = IntStream.range(0, ROWS).filter(vectors::has).toArray();
        int[] at = IntStream.of(queries).map(vectors::offset).toArray();

        List<List<Match>> found = index.searcher().nearest(vectors.values(), at, 50, reach);

        for (int i = 0; i < queries.length; i += 97) {
            int query = queries[i];
            List<Match> alone = index.searcher()
                    .nearest(vectors.values(), new int[] {vectors.offset(query)}, 50, reach)
                    .get(0);
            assertThat(found.get(i)).isEqualTo(alone);
            assertThat(alone).extracting(match -> match.item().id()).isEqualTo(exact(vectors, query, 50));
        }
    }

    @Test
    void aWholeComparisonScoresAsAWalkDoes() {
        Vectors vectors = vectors(300);
        PartitionIndex.Searcher searcher =
                PartitionIndex.build(vectors, facets(300), 0, SETTINGS).searcher();
        int[] at = {0, vectors.offset(7)};

        assertThat(searcher.nearest(vectors.values(), at, 270, new Reach(270, 64, 1, 300)))
                .isEqualTo(searcher.nearest(vectors.values(), at, 270, new Reach(270, 64, 1, 0)));
    }
}
