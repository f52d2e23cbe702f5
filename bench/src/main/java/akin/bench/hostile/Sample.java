package akin.bench.hostile;

import akin.jobs.config.AkinSettings;
import akin.models.shard.ShardInput;
import akin.state.Uids;
import akin.state.savepoint.SavedJob;
import java.util.Locale;

/**
 * How a job is at a moment.
 *
 * @param hours of event time since the start
 * @param heapMegabytes in use after a collection
 * @param savepointMegabytes size of all that is remembered
 * @param users of whom something is remembered
 * @param waitingEvents of all users, for event time
 * @param waitingInputs of all shards, for event time
 */
record Sample(
        double hours,
        long offered,
        long rankings,
        long deadLetters,
        long late,
        long heapMegabytes,
        double savepointMegabytes,
        long users,
        long waitingEvents,
        long waitingInputs) {
    static final String HEADER = String.format(
            "%6s %11s %11s %9s %8s %8s %9s %8s %8s %8s",
            "hours", "messages", "rankings", "dead", "late", "heap MB", "state MB", "users", "events w", "inputs w");

    /** Reads a savepoint, which tells what waits and for whom. */
    static Sample of(AkinSettings settings, double hours, Counts counts, String savepoint) throws Exception {
        SavedJob job = SavedJob.open(savepoint);
        long[] users = {0, 0, 0};
        job.forEachShopper((id, shopper) -> {
            users[0]++;
            users[1] += shopper.pending().size();
        });
        job.forEachPending((ShardInput input) -> users[2]++);
        double bytes = job.savepoint().bytes(Uids.SHARDS) + job.savepoint().bytes(Uids.SESSIONS);
        return new Sample(
                hours,
                counts.offeredSoFar(),
                counts.rankings(),
                counts.deadLetters(),
                counts.lateEvents(),
                heap(),
                bytes / (1 << 20),
                users[0],
                users[1],
                users[2]);
    }

    long waiting() {
        return waitingEvents + waitingInputs;
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%6.1f %,11d %,11d %,9d %,8d %,8d %,9.1f %,8d %,8d %,8d",
                hours,
                offered,
                rankings,
                deadLetters,
                late,
                heapMegabytes,
                savepointMegabytes,
                users,
                waitingEvents,
                waitingInputs);
    }
}
