package akin.similar.measure;

import akin.models.kernel.Kernels;
import akin.similar.files.Vectors;
import akin.similar.index.Facet;
import akin.similar.index.HnswSettings;
import akin.similar.index.Match;
import akin.similar.index.PartitionIndex;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Builds the indexes of a space that is cut into partitions, and looks for some of its vectors in all of them. */
final class SearchFigures {
    private final Vectors vectors;
    private final HnswSettings settings;
    private final int k;
    private final LongAdder cpu = new LongAdder();

    SearchFigures(Vectors vectors, HnswSettings settings, int k) {
        this.vectors = vectors;
        this.settings = settings;
        this.k = k;
    }

    /**
     * What was measured.
     *
     * @param buildSeconds of CPU that all builds took
     * @param querySeconds of CPU that all queries took
     * @param found ids by query
     */
    record Figures(double buildSeconds, double querySeconds, List<List<String>> found) {}

    /** Measures with so many threads, which build a partition, or answer some of the queries, each. */
    Figures measure(int partitions, int threads, List<Integer> queries) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            cpu.reset();
            List<PartitionIndex> indexes = built(partitions, workers);
            double built = cpu.sumThenReset() / 1e9;
            // What was compiled on the way is not searching.
            found(indexes, queries.subList(0, queries.size() / 2), threads, workers);
            cpu.reset();
            List<List<String>> found = found(indexes, queries, threads, workers);
            return new Figures(built, cpu.sumThenReset() / 1e9, found);
        } finally {
            workers.shutdownNow();
        }
    }

    private List<PartitionIndex> built(int partitions, ExecutorService workers) throws Exception {
        List<Future<PartitionIndex>> futures = new ArrayList<>();
        for (int part = 0; part < partitions; part++) {
            int from = (int) ((long) part * vectors.rows() / partitions);
            int to = (int) ((long) (part + 1) * vectors.rows() / partitions);
            futures.add(workers.submit(() -> index(from, to)));
        }
        List<PartitionIndex> indexes = new ArrayList<>();
        for (Future<PartitionIndex> future : futures) {
            indexes.add(future.get());
        }
        return indexes;
    }

    private <T> T timed(Supplier<T> work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        T result = work.get();
        cpu.add(threads.getCurrentThreadCpuTime() - start);
        return result;
    }

    private PartitionIndex index(int from, int to) {
        Vectors some = vectors.slice(from, to);
        List<Facet> facets = IntStream.range(from, to)
                .mapToObj(row -> new Facet("" + row, true, Double.NaN, List.of()))
                .toList();
        return timed(() -> PartitionIndex.build(some, facets, 0, settings));
    }

    private List<List<String>> found(
            List<PartitionIndex> indexes, List<Integer> queries, int threads, ExecutorService workers)
            throws Exception {
        List<Future<List<List<String>>>> futures = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            List<Integer> some =
                    queries.subList(thread * queries.size() / threads, (thread + 1) * queries.size() / threads);
            futures.add(workers.submit(() -> timed(() -> found(indexes, some))));
        }
        List<List<String>> found = new ArrayList<>();
        for (Future<List<List<String>>> future : futures) {
            found.addAll(future.get());
        }
        return found;
    }

    private List<List<String>> found(List<PartitionIndex> indexes, List<Integer> queries) {
        List<PartitionIndex.Searcher> searchers =
                indexes.stream().map(PartitionIndex::searcher).toList();
        List<List<String>> found = new ArrayList<>();
        for (int query : queries) {
            List<Match> all = new ArrayList<>();
            for (PartitionIndex.Searcher searcher : searchers) {
                all.addAll(searcher.nearest(vectors.values(), vectors.offset(query), k, settings.search()));
            }
            all.sort(Match.ORDER);
            found.add(all.stream().limit(k).map(match -> match.item().id()).toList());
        }
        return found;
    }

    /** Returns what an exact search finds. */
    List<List<String>> exact(List<Integer> queries) {
        List<List<String>> found = new ArrayList<>();
        for (int query : queries) {
            List<Match> all = new ArrayList<>(vectors.rows());
            for (int row = 0; row < vectors.rows(); row++) {
                float score = Kernels.dot(
                        vectors.values(),
                        vectors.offset(query),
                        vectors.values(),
                        vectors.offset(row),
                        vectors.dimensions());
                all.add(new Match(new Facet("" + row, true, Double.NaN, List.of()), score, null));
            }
            all.sort(Match.ORDER);
            found.add(all.stream().limit(k).map(match -> match.item().id()).toList());
        }
        return found;
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
}
