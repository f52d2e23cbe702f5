package akin.tools.rewrite;

import akin.models.event.Printable;
import akin.models.session.Shopper;
import akin.models.shard.ShardInput;
import akin.state.savepoint.DerivedSavepoint;
import akin.state.savepoint.SavedJob;
import java.io.IOException;
import java.io.PrintStream;

/**
 * Takes a user out of a savepoint: what Sessions remembers (session, history and with it whose pairs were counted,
 * purchases, waiting events, ids of recent events, quota) and what waits in shards to be learned or ranked.
 *
 * <p>What was learned stays, since it bears no user: visits and co-visits are sums over users, vectors and rankers'
 * figures are averages, and the examples that are learned again are items only. Nor does it reach beyond the savepoint:
 * topics, files, other savepoints and checkpoints keep the user until they expire. What the attribution of experiments
 * remembers is reached by an event of type forget only.
 */
public final class Forgetting {
    private final SavedJob job;
    private final String userId;
    private Shopper shopper;
    private int waiting;

    public Forgetting(SavedJob job, String userId) {
        this.job = job;
        this.userId = userId;
    }

    /**
     * Writes the savepoint without the user.
     *
     * @param to where nothing may be yet
     */
    public void write(String to) throws Exception {
        DerivedSavepoint.requireNew(to);
        job.forEachShopper(this::find);
        job.forEachPending(this::count);
        if (shopper == null && waiting == 0) {
            throw new IOException(job.savepoint().path() + " knows no user " + userId + ": nothing was written");
        }
        DerivedSavepoint without = new DerivedSavepoint(job.savepoint()).forgetting(userId);
        if (waiting > 0) {
            without.dropping(userId);
        }
        without.write(to);
    }

    private void find(String id, Shopper found) {
        if (id.equals(userId)) {
            shopper = found;
        }
    }

    private void count(ShardInput input) {
        waiting += input.isOf(userId) ? 1 : 0;
    }

    /** Tells what was removed and what could not be. */
    public void print(PrintStream out) {
        Shopper was = shopper == null ? Shopper.NEW : shopper;
        out.printf(
                "removed of user %s: %d items of history, %d purchases, %d items of the session, "
                        + "%d events and %d inputs of shards that waited%n",
                Printable.of(userId),
                was.history().size(),
                was.bought().size(),
                was.session() == null ? 0 : was.session().trail().size(),
                was.pending().size(),
                waiting);
        out.println("stays, since it bears no user: counts of visits and co-visits, vectors, quality figures, "
                + "the examples that are learned again");
        out.println(
                "not reached: topics, output files, other savepoints and checkpoints, and what experiments remember of "
                        + "whom lists were shown to, which a forget event reaches");
    }
}
