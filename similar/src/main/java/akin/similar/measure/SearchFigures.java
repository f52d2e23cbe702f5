package akin.similar.measure;

import akin.models.kernel.Kernels;
import akin.models.ranking.Packed;
import akin.similar.files.Vectors;
import akin.similar.index.Facet;
import akin.similar.index.HnswSettings;
import akin.similar.index.Match;
import akin.similar.index.Merging;
import akin.similar.index.PartitionIndex;
import akin.similar.index.Reach;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Builds the indexes of a space that is cut into partitions, and looks for some of its vectors in all of them. */
final class SearchFigures implements AutoCloseable {
    private final Vectors vectors;
    private final int threads;
    private final ExecutorService workers;
    private final LongAdder cpu = new LongAdder();

    SearchFigures(Vectors vectors, int threads) {
        this.vectors = vectors;
        this.threads = threads;
        workers = Executors.newFixedThreadPool(threads);
    }

    /**
     * The indexes of all partitions.
     *
     * @param seconds of CPU that all builds took
     * @param bytes that their vectors and edges take in memory
     */
    record Built(List<PartitionIndex> indexes, double seconds, long bytes) {}

    /**
     * What queries found.
     *
     * @param seconds of CPU that all queries took
     * @param found ids by query, the nearest first
     */
    record Answers(double seconds, List<List<String>> found) {}

    /** Builds indexes side by side, one thread each. */
    Built build(int partitions, HnswSettings settings) throws Exception {
        cpu.reset();
        List<Future<PartitionIndex>> futures = new ArrayList<>();
        for (int part = 0; part < partitions; part++) {
            int from = (int) ((long) part * vectors.rows() / partitions);
            int to = (int) ((long) (part + 1) * vectors.rows() / partitions);
            futures.add(workers.submit(() -> index(from, to, settings)));
        }
        List<PartitionIndex> indexes = new ArrayList<>();
        for (Future<PartitionIndex> future : futures) {
            indexes.add(future.get());
        }
        return new Built(
                indexes,
                cpu.sum() / 1e9,
                indexes.stream().mapToLong(PartitionIndex::bytes).sum());
    }

    private PartitionIndex index(int from, int to, HnswSettings settings) {
        Vectors some = vectors.slice(from, to);
        List<Facet> facets = IntStream.range(from, to)
                .mapToObj(row -> new Facet("" + row, true, Double.NaN, List.of()))
                .toList();
        return timed(() -> PartitionIndex.build(some, facets, 0, settings));
    }

    private <T> T timed(Supplier<T> work) {
        ThreadMXBean beans = ManagementFactory.getThreadMXBean();
        long start = beans.getCurrentThreadCpuTime();
        T result = work.get();
        cpu.add(beans.getCurrentThreadCpuTime() - start);
        return result;
    }

    /** Looks in all indexes as the workflow does. */
    Answers answer(Built built, Reach reach, List<Integer> queries) throws Exception {
        // What is compiled on the way is not searching.
        all(queries.subList(0, queries.size() / 2), some -> found(built.indexes(), reach, some));
        cpu.reset();
        List<List<String>> found = all(queries, some -> found(built.indexes(), reach, some));
        return new Answers(cpu.sum() / 1e9, found);
    }

    private List<List<String>> all(List<Integer> queries, Function<List<Integer>, List<List<String>>> look)
            throws Exception {
        List<Future<List<List<String>>>> futures = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            List<Integer> some =
                    queries.subList(thread * queries.size() / threads, (thread + 1) * queries.size() / threads);
            futures.add(workers.submit(() -> timed(() -> look.apply(some))));
        }
        List<List<String>> found = new ArrayList<>();
        for (Future<List<List<String>>> future : futures) {
            found.addAll(future.get());
        }
        return found;
    }

    private List<List<String>> found(List<PartitionIndex> indexes, Reach reach, List<Integer> queries) {
        List<List<Match>> all = new ArrayList<>(Collections.nCopies(queries.size(), List.of()));
        int[] at = queries.stream().mapToInt(vectors::offset).toArray();
        for (PartitionIndex index : indexes) {
            int wanted = reach.nearest(index.rows(), vectors.rows());
            List<List<Match>> near = index.searcher().nearest(vectors.values(), at, wanted, reach);
            for (int i = 0; i < at.length; i++) {
                all.set(i, Merging.merge(all.get(i), near.get(i), reach.nearest()));
            }
        }
        return all.stream()
                .map(matches -> matches.stream().map(match -> match.item().id()).toList())
                .toList();
    }

    /** Returns what an exact search finds. */
    List<List<String>> exact(int k, List<Integer> queries) throws Exception {
        return all(queries, some -> some.stream().map(query -> exact(k, query)).toList());
    }

    private List<String> exact(int k, int query) {
        int rows = vectors.rows();
        int n = vectors.dimensions();
        float[] values = vectors.values();
        long[] packed = new long[rows];
        for (int row = 0; row < rows; row++) {
            packed[row] = Packed.of(Kernels.dot(values, vectors.offset(query), values, vectors.offset(row), n), row);
        }
        int most = Math.min(k, rows);
        Packed.select(packed, rows, most);
        return IntStream.rangeClosed(1, most)
                .mapToObj(place -> "" + Packed.position(packed[rows - place]))
                .toList();
    }

    /** Returns which share of the first {@code n} of one is among the first n of the other. */
    static double overlap(List<List<String>> one, List<List<String>> other, int n) {
        long shared = 0;
        long all = 0;
        for (int query = 0; query < one.size(); query++) {
            List<String> first =
                    one.get(query).subList(0, Math.min(n, one.get(query).size()));
            List<String> second =
                    other.get(query).subList(0, Math.min(n, other.get(query).size()));
            Set<String> known = new HashSet<>(second);
            shared += first.stream().filter(known::contains).count();
            all += first.size();
        }
        return all == 0 ? 1 : (double) shared / all;
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
