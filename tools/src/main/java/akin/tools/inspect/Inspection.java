package akin.tools.inspect;

import akin.models.event.Printable;
import akin.models.loop.PlainLoop;
import akin.models.recommender.RecommenderSettings;
import akin.models.shard.ShardInput;
import akin.state.Uids;
import akin.state.savepoint.SavedJob;
import akin.state.savepoint.SavedShard.TableSize;
import akin.state.savepoint.Savepoint;
import akin.tools.inspect.ShardFacts.TopItem;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** Tells people what is in a savepoint. */
public final class Inspection {
    private static final int MOST_TOP = 10;

    private final Savepoint savepoint;
    private final TreeMap<Integer, String> names;
    private final TreeMap<Integer, ShardFacts> shards = new TreeMap<>();
    private final TreeMap<Integer, Integer> pending = new TreeMap<>();
    private final UserFacts users = new UserFacts();

    private Inspection(Savepoint savepoint, TreeMap<Integer, String> names) {
        this.savepoint = savepoint;
        this.names = names;
    }

    /** Reads all of a savepoint. */
    public static Inspection of(SavedJob job, RecommenderSettings settings) throws Exception {
        Inspection inspection = new Inspection(job.savepoint(), job.shardNames());
        job.forEachShard(settings, shard -> inspection.shards.put(shard.number(), ShardFacts.of(shard)));
        job.forEachPending(inspection::count);
        job.forEachShopper(inspection.users);
        return inspection;
    }

    private void count(ShardInput input) {
        pending.merge(input.shard(), 1, Integer::sum);
    }

    public void print(PrintStream out) {
        String format = savepoint.format().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        out.printf(
                "%s: %s, maximum parallelism %d; shards %,d bytes, sessions %,d bytes%n",
                savepoint.path(),
                format,
                savepoint.maxParallelism(Uids.SHARDS),
                savepoint.bytes(Uids.SHARDS),
                savepoint.bytes(Uids.SESSIONS));
        out.println("model "
                + PlainLoop.digest(
                        shards.values().stream().map(ShardFacts::report).toList()));
        printShards(out);
        printTables(out);
        printSpaces(out);
        printTop(out);
        printUsers(out);
    }

    private void printShards(PrintStream out) {
        out.printf(
                "%n%5s  %10s %8s %8s %7s %12s %9s %7s  %-24s %s%n",
                "shard", "visits", "items", "free", "idle", "bytes", "pages", "waiting", "event time", "name");
        shards.forEach((number, shard) -> out.printf(
                "%5d  %,10d %,8d %,8d %6.1f%% %,12d %,9d %,7d  %-24s %s%n",
                number,
                shard.report().visits(),
                shard.report().items(),
                shard.free(),
                100.0 * shard.idle() / Math.max(1, shard.report().items()),
                shard.report().bytes(),
                shard.pages(),
                pending.getOrDefault(number, 0),
                Instant.ofEpochMilli(shard.report().timestamp()),
                Printable.of(names.getOrDefault(number, ""))));
    }

    private void printTables(PrintStream out) {
        out.printf("%n%-28s %7s %7s %9s %10s %13s%n", "table", "version", "width", "pages", "rows", "bytes");
        merged(ShardFacts::tables, TableSize::plus)
                .forEach((name, size) -> out.printf(
                        "%-28s %7d %7d %,9d %,10d %,13d%n",
                        name, size.version(), size.width(), size.pages(), size.rows(), size.bytes()));
    }

    private void printSpaces(PrintStream out) {
        out.printf("%n%-28s %9s %10s %26s%n", "space", "vectors", "non-finite", "norm least  mean  greatest");
        merged(ShardFacts::spaces, SpaceHealth::plus)
                .forEach((name, health) -> out.printf(
                        "%-28s %,9d %,10d %10.3f %6.3f %8.3f%n",
                        name,
                        health.vectors(),
                        health.nonFinite(),
                        health.vectors() == health.nonFinite() ? 0 : health.least(),
                        health.mean(),
                        health.greatest()));
    }

    private <T> SortedMap<String, T> merged(Function<ShardFacts, SortedMap<String, T>> part, BinaryOperator<T> sum) {
        SortedMap<String, T> merged = new TreeMap<>();
        shards.values().forEach(shard -> part.apply(shard).forEach((name, value) -> merged.merge(name, value, sum)));
        return merged;
    }

    private void printTop(PrintStream out) {
        Collection<TopItem> all = new ArrayList<>();
        shards.values().forEach(shard -> all.addAll(shard.top()));
        out.print("\nmost visited:");
        all.stream()
                .sorted(TopItem.ORDER)
                .limit(MOST_TOP)
                .forEach(item -> out.printf(" %s (%,d)", Printable.of(item.itemId()), item.visits()));
        out.println();
    }

    private void printUsers(PrintStream out) {
        out.printf(
                "%,d users, %,d with a session, %,d items in their histories, %,d events waiting%s%n",
                users.users(),
                users.sessions(),
                users.histories(),
                users.pending(),
                users.users() == 0 ? "" : ", last seen " + Instant.ofEpochMilli(users.lastSeen()));
    }
}
