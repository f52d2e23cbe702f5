package akin.state.savepoint;

import akin.models.component.Learning;
import akin.models.recommender.Components;
import akin.models.recommender.RecommenderSettings;
import akin.models.session.Shopper;
import akin.models.shard.ShardInput;
import akin.state.Uids;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.flink.api.common.operators.Order;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;

/** A savepoint of Akin's job, read state by state through the State Processor API in this JVM. */
public final class SavedJob {
    private final Savepoint savepoint;

    private SavedJob(Savepoint savepoint) {
        this.savepoint = savepoint;
    }

    public static SavedJob open(String path) throws IOException {
        return new SavedJob(Savepoint.open(path, List.of(Uids.SHARDS, Uids.SESSIONS, Uids.DIRECTORY)));
    }

    public Savepoint savepoint() {
        return savepoint;
    }

    /** Which of the states to read, and how. */
    @FunctionalInterface
    private interface Choice<T> {
        DataStream<T> of(SavedStates states) throws IOException;
    }

    private <T> void read(Choice<T> choice, Consumer<T> to) throws Exception {
        SavedStates states = states(SavepointEnvironment.create());
        try (CloseableIterator<T> all = choice.of(states).executeAndCollect("akin savepoint")) {
            all.forEachRemaining(to);
        }
    }

    /** Its states, to be read in an environment. */
    public SavedStates states(StreamExecutionEnvironment env) throws IOException {
        return new SavedStates(env, savepoint);
    }

    /**
     * The settings that shaped its memory, as assignments, and which learners and other components were on, as far as
     * they remember something.
     *
     * @throws IOException when it was saved before settings were kept
     */
    public List<String> shape() throws Exception {
        TreeSet<String> assignments = new TreeSet<>();
        read(SavedStates::settings, setting -> assignments.add(setting.f0 + "=" + setting.f1));
        if (assignments.isEmpty()) {
            throw new IOException(savepoint.path() + " does not tell the settings that shaped its memory: start a job "
                    + "from it under those settings, and take another savepoint");
        }
        TreeSet<String> tables = new TreeSet<>();
        read(SavedStates::tables, tables::add);
        List<String> learners = Components.learners().stream()
                .filter(learner -> tables.contains(Learning.tableOf(learner)))
                .toList();
        assignments.add("embedding.learners=" + learners);
        List<String> others = Stream.concat(
                        Components.others().stream(), tables.stream().map(SavedJob::component))
                .filter(id -> tables.stream().anyMatch(table -> table.startsWith(id + ".")))
                .filter(id -> Components.others().contains(id) || Components.isPublished(id))
                .distinct()
                .toList();
        if (!others.isEmpty()) {
            assignments.add("components=" + others);
        }
        return List.copyOf(assignments);
    }

    private static String component(String table) {
        return table.substring(0, Math.max(0, table.indexOf('.')));
    }

    public void forEachPage(Consumer<SavedPage> to) throws Exception {
        read(SavedStates::pages, to);
    }

    /** Pages by shard, table and number. */
    public void forEachPageInOrder(Consumer<SavedPage> to) throws Exception {
        read(states -> sorted(states.pages(), SavedJob::place), to);
    }

    private static String place(SavedPage page) {
        return String.format(Locale.ROOT, "%05d %s %010d", page.shard(), page.table(), page.number());
    }

    public void forEachPending(Consumer<ShardInput> to) throws Exception {
        read(SavedStates::pending, to);
    }

    /** Users by id. */
    public void forEachShopper(BiConsumer<String, Shopper> to) throws Exception {
        read(states -> sorted(states.shoppers(), shopper -> shopper.f0), shopper -> to.accept(shopper.f0, shopper.f1));
    }

    /** By Flink, on disk when there is too much for memory. */
    private static <T> DataStream<T> sorted(DataStream<T> stream, KeySelector<T, String> key) {
        return stream.fullWindowPartition().sortPartition(key, Order.ASCENDING);
    }

    /** Names of shards by number, where the catalogue is cut by category. */
    public TreeMap<Integer, String> shardNames() throws Exception {
        TreeMap<Integer, String> names = new TreeMap<>();
        read(states -> states.paths(), path -> {
            // The empty path holds the highest number so far.
            if (!path.f0.isEmpty()) {
                names.put(path.f1, path.f0.replace('\u001f', '/'));
            }
        });
        return names;
    }

    /**
     * Rebuilds the shards' recommenders one after another, as the job does on a restore.
     *
     * @param settings those of the job that was saved
     */
    public void forEachShard(RecommenderSettings settings, Consumer<SavedShard> to) throws Exception {
        ShardAssembly assembly = new ShardAssembly(settings, to);
        forEachPage(assembly::add);
        assembly.end();
    }
}
