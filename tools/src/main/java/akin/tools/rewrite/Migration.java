package akin.tools.rewrite;

import akin.jobs.config.AkinSettings;
import akin.state.savepoint.DerivedSavepoint;
import akin.state.savepoint.SavedJob;
import java.util.List;
import java.util.function.Function;

/** Brings a savepoint under settings of another shape; the savepoint itself stays as it is. */
public final class Migration {
    private final SavedJob job;
    private final AkinSettings before;
    private final AkinSettings after;
    private final List<Change> changes;

    private Migration(SavedJob job, AkinSettings before, AkinSettings after) {
        this.job = job;
        this.before = before;
        this.after = after;
        changes = Change.between(before, after);
    }

    /**
     * Plans it; nothing is written yet.
     *
     * @param settings the settings to come, where these assignments hold unless they are changed
     * @throws IllegalArgumentException when nothing changes, or when something changes that can't
     */
    public static Migration of(SavedJob job, Function<List<String>, AkinSettings> settings) throws Exception {
        List<String> shape = job.shape().stream().filter(AkinSettings::hasKeyOf).toList();
        Migration migration = new Migration(job, AkinSettings.load(null, shape), settings.apply(shape));
        Change.requirePossible(migration.changes);
        return migration;
    }

    /** What changes, and what is lost by it. */
    public List<Change> changes() {
        return changes;
    }

    /** Writes the savepoint; nothing may be there yet. */
    public void write(String to) throws Exception {
        new DerivedSavepoint(job.savepoint())
                .migrated(before.recommender(), after.recommender(), after.shards())
                .write(to);
    }
}
