package akin.bench.faults;

import akin.jobs.config.AkinSettings;
import akin.models.loop.PlainLoop;
import akin.models.recommender.ShardReport;
import akin.state.savepoint.SavedJob;
import java.util.ArrayList;
import java.util.List;

/** The model in a savepoint. */
final class SavedModel {
    private SavedModel() {}

    /** Its digest, as a replay would tell it. */
    static String digest(AkinSettings settings, String savepoint) throws Exception {
        List<ShardReport> reports = new ArrayList<>();
        SavedJob.open(savepoint)
                .forEachShard(
                        settings.recommender(),
                        shard -> reports.add(shard.recommender().report(shard.number(), true)));
        return PlainLoop.digest(reports);
    }
}
